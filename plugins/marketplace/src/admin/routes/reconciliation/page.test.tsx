import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"

const answered = vi.hoisted(() => ({ data: null as object | null, asked: "" }))
vi.mock("../../lib/use-load", () => ({ useLoad: (path: string) => ((answered.asked = path), { data: answered.data, reload: async () => undefined }) }))
vi.mock("../../components/payout-act", () => ({ PayoutAct: ({ path }: { path: string }) => <button>{path}</button> }))

import ReconciliationPage from "./page"

const difference = (id: string, fields: object = {}) => ({ id, day: "2026-11-22", kind: "not_in_books", subject: "pi_1", rail: "vnpay", order_id: null, gateway_vnd: 150_000, orders_vnd: 150_000, books_vnd: 0, ...fields })

/** The page on what the backend answered. */
function drawn(data: object | null): string {
  answered.data = data
  return renderToStaticMarkup(<ReconciliationPage />)
}

test("of more differences than it shows it says how many there are, and that the others follow; of no more it says nothing", () => {
  const differences = [difference("diff_1"), difference("diff_2")]
  const some = drawn({ days: [], days_count: 0, differences, count: 205 })
  expect(some).toContain("205 chênh lệch cần xử lý.")
  expect(some).toContain("Đang hiện 2 chênh lệch đầu tiên")
  expect(some.match(/data-testid="difference-/g)).toHaveLength(2)
  expect(some.indexOf("/differences/diff_1/resolve")).toBeLessThan(some.indexOf("/differences/diff_2/resolve"))
  expect(drawn({ days: [], days_count: 0, differences, count: 2 })).not.toContain("Đang hiện")
})

test("nothing open, and nothing known yet, are two things", () => {
  expect(drawn({ days: [], days_count: 0, differences: [], count: 0 })).toContain("Không có chênh lệch nào đang mở.")
  expect(drawn(null)).not.toContain("Không có chênh lệch")
})

test("each difference leads to where it is worked off, and says the three sums it is about", () => {
  const page = drawn({ days: [], days_count: 0, differences: [difference("diff_1", { order_id: "order_7" }), difference("diff_2", { kind: "unmatched_money", subject: "btx_9", gateway_vnd: 90_000 })], count: 2 })
  expect(page).toContain('href="/app/orders/order_7"')
  expect(page).toContain('href="/app/unmatched-money?transaction=btx_9"')
  expect(page).toMatch(/Cổng 150\.000.*đơn 150\.000.*sổ 0/)
  expect(page).toContain("22/11/2026")
})

test("a day's line has what came, what of it goes back, and what orders and books have, each in its column", () => {
  const page = drawn({ days: [{ day: "2026-11-22", rail: "vnpay", payments: 3, gateway_vnd: 410_000, given_back_vnd: 20_000, orders_vnd: 390_000, books_vnd: 380_000 }], days_count: 1, differences: [], count: 0 })
  const cells = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text!.replace(/\s/g, " "))
  expect(cells).toEqual(["22/11/2026", "VNPay", "3", "410.000 ₫", "20.000 ₫", "390.000 ₫", "380.000 ₫"])
})

test("the days of other months have their pages; where all fit on one there is none to turn", () => {
  const row = { day: "2026-11-22", rail: "vnpay", payments: 3, gateway_vnd: 1, given_back_vnd: 0, orders_vnd: 1, books_vnd: 1 }
  const page = drawn({ days: [row], days_count: 61, differences: [], count: 0 })
  expect(answered.asked).toBe("/admin/reconciliation?limit=20&offset=0")
  expect(page).toContain("61 dòng")
  expect(page).toContain("Sau")
  expect(drawn({ days: [row], days_count: 20, differences: [], count: 0 })).not.toContain("Sau")
})
