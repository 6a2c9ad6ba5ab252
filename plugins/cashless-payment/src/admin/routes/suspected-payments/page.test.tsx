import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"

const answered = vi.hoisted(() => ({ page: null as object | null }))
vi.mock("../../lib/use-page", () => ({ PAGE_SIZE: 20, usePage: () => ({ page: answered.page, problem: null, offset: 0, setOffset: () => undefined, reload: async () => undefined }) }))

import SuspectedPaymentsPage from "./page"

/** The page on what the backend answered. */
function drawn(unknown_terminals: object[]): string {
  answered.page = { payments: [], count: 0, hold: { hours: 24, rules: [] }, unknown_terminals }
  return renderToStaticMarkup(<SuspectedPaymentsPage />)
}

test("what waits for a terminal nobody knows stands above the list, with what to do; of none the page says nothing", () => {
  const page = drawn([
    { tmn_code: "OLD00001", attempts: 3, refunds: 2, since: "2026-11-20T02:00:00.000Z" },
    { tmn_code: "OLD00002", attempts: 0, refunds: 1, since: "2026-11-21T02:00:00.000Z" },
  ])
  expect(page).toMatch(/OLD00001: 3 lượt thanh toán chưa rõ kết quả, 2 khoản hoàn chưa gửi được, từ .*20\/11\/2026/)
  expect(page).toMatch(/OLD00002: 1 khoản hoàn chưa gửi được, từ /)
  expect(page).toContain("VNPAY_FORMER_TERMINALS")
  expect(page.indexOf("OLD00001")).toBeLessThan(page.indexOf("Không có giao dịch nào bị nghi vấn."))
  expect(drawn([])).not.toContain("VNPAY_FORMER_TERMINALS")
})
