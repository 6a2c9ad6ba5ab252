import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test, vi } from "vitest"

const answered = vi.hoisted(() => ({ page: null as object | null, problem: null as string | null, asked: "" }))
vi.mock("../lib/use-page", () => ({ PAGE_SIZE: 20, usePage: (path: string) => ((answered.asked = path), { page: answered.page, problem: answered.problem, offset: 0, setOffset: () => undefined, reload: async () => undefined }) }))

import { UnreadRows } from "./unread-rows"

beforeEach(() => void (answered.problem = null))

/** The part of the desk on what the backend answered. */
function drawn(page: object | null): string {
  answered.page = page
  return renderToStaticMarkup(<UnreadRows />)
}
const row = (id: string, fields: object = {}) => ({ id, provider: "sepay", account: null, shown: "amount_in: ? · transaction_content: CP2", fields: ["amount_in"], first_seen_at: "2026-11-22T02:00:00.000Z", ...fields })

test("each row says where it stands, what is in it and what can't be read", () => {
  const page = drawn({ rows: [row("ubr_1"), row("ubr_2", { provider: "casso", account: { bank_bin: "970422", account_number: "5555" }, fields: [] })], count: 2, lists: [] })
  expect(answered.asked).toBe("/unread-rows")
  expect(page.match(/data-testid="unread-row"/g)).toHaveLength(2)
  for (const said of ["SePay của chợ", "Casso của tài khoản 5555", "amount_in: ? · transaction_content: CP2", "Cả dòng", "22/11/2026", "Đã xử lý"]) expect(page).toContain(said)
})

test("a list that can't be read at all is said with when it last could; where all is well there is nothing", () => {
  const lists = [{ provider: "sepay", problem: "http_401", read_at: "2026-11-22T02:00:00.000Z" }, { provider: "casso", problem: "http_503", read_at: null }]
  const page = drawn({ rows: [], count: 0, lists })
  expect(page).toMatch(/SePay: khoá bị từ chối.* Lần cuối xem được trọn vẹn: .*22\/11\/2026/)
  expect(page).toMatch(/Casso: máy chủ bên đó báo lỗi HTTP 503\. Chưa lần nào/)
  expect(page).not.toContain("Dòng sao kê không đọc được")
  expect(drawn({ rows: [], count: 0, lists: [] })).toBe("")
  expect(drawn(null)).toBe("")
})

test("a list that was read is not said to be unread because one transfer was not taken", () => {
  const said = (problem: string) => drawn({ rows: [], count: 0, lists: [{ provider: "sepay", problem, read_at: null }] })
  expect(said("not_taken")).toContain("Đã xem danh sách giao dịch của SePay nhưng có khoản chưa ghi nhận được")
  expect(said("not_taken")).not.toContain("Chưa xem được danh sách")
  expect(said("unreadable")).toContain("Danh sách giao dịch của SePay có quá nhiều dòng không đọc được, có thể bên đó đã đổi định dạng; các dòng đọc được vẫn được ghi nhận.")
  expect(said("internal")).toContain("Máy chủ của chợ gặp lỗi khi xem danh sách giao dịch của SePay")
  for (const known of ["unreadable", "internal"]) expect(said(known)).not.toMatch(/đã ghi nhận|câu trả lời/)
  for (const problem of ["http", "no_list", "of another version"]) {
    expect(said(problem)).toContain("Chưa xem được danh sách giao dịch của SePay: ")
    expect(said(problem)).not.toContain(`: ${problem}`)
  }
})

test("that the rows could not be loaded is said, with a way to try again", () => {
  answered.problem = "Máy chủ không trả lời."
  expect(drawn(null)).toMatch(/role="alert".*Máy chủ không trả lời\..*Thử lại/)
  expect(drawn({ rows: [], count: 0, lists: [] })).toContain("Máy chủ không trả lời.")
})

test("that they could not be loaded again is said once, above what was there, which stays", () => {
  answered.problem = "Máy chủ không trả lời."
  const lists = [{ provider: "casso", problem: "http_503", read_at: null }]
  expect(drawn({ rows: [], count: 0, lists })).toMatch(/Máy chủ không trả lời\..*Thử lại.*Casso: máy chủ bên đó báo lỗi HTTP 503/)
  const page = drawn({ rows: [row("ubr_1")], count: 1, lists })
  expect(page).toMatch(/Máy chủ không trả lời\..*Thử lại.*HTTP 503.*data-testid="unread-row"/)
  expect(page.match(/Máy chủ không trả lời/g)).toHaveLength(1)
})
