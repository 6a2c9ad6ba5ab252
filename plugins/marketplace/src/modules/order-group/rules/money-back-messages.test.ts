import fc from "fast-check"
import { expect, test } from "vitest"
import { moneyBackMessages, type MoneyBackFacts } from "./money-back-messages"

const links = { order: "https://cho.example/don-hang/og_1", shop: "https://cho.example/ban-hang/tien/hoan-tien" }
const facts = (given: Partial<MoneyBackFacts> = {}): MoneyBackFacts => ({
  id: "re_1", state: "waiting", sender: "payee", amountVnd: 120_000, orderNumber: 12, shop: "HTX Chè", accountKnown: false, accountVersion: 0, dueOn: null,
  remindedAt: null, sentAt: null, bankReference: null, problemAt: null, finishedAt: null, confirmedBy: null, ...given,
})
const told = (given: Partial<MoneyBackFacts>) => moneyBackMessages(facts(given), links).map(({ to, template }) => `${to} ${template}`)

test.each<[string, Partial<MoneyBackFacts>, string[]]>([
  ["no account yet", {}, ["buyer money-back-account"]],
  ["an account", { accountKnown: true, accountVersion: 1, dueOn: "2026-11-25" }, ["shop money-back-due"]],
  ["taken over", { accountKnown: true, sender: "house" }, []],
  ["taken over without an account", { sender: "house" }, ["buyer money-back-account"]],
  ["reminded", { accountKnown: true, accountVersion: 1, remindedAt: "2026-11-24T00:00:00Z" }, ["shop money-back-due", "shop money-back-reminder"]],
  ["sent", { state: "sent", accountKnown: true, sentAt: "2026-11-24T00:00:00Z", bankReference: "FT1" }, ["buyer money-back-sent"]],
  ["missed", { accountKnown: true, problemAt: "2026-11-25T00:00:00Z" }, ["shop money-back-missing"]],
  ["arrived by the buyer's word", { state: "done", confirmedBy: "receiver" }, []],
  ["done by the operator", { state: "done", confirmedBy: "operator", bankReference: "FT1" }, ["buyer money-back-done"]],
  ["told by the bank", { state: "done", confirmedBy: "bank" }, ["buyer money-back-done"]],
  ["ended by time", { state: "done", confirmedBy: "time" }, []],
  ["called off", { state: "canceled" }, []],
])("%s", (_what, given, expected) => expect(told(given)).toEqual(expected))

test("the words name amount, order, day and reference", () => {
  const [due] = moneyBackMessages(facts({ accountKnown: true, accountVersion: 1, dueOn: "2026-11-25" }), links)
  expect(due!.text).toBe(`Chợ Phiên: gian hàng cần chuyển trả 120.000đ của đơn số 12 trước hết ngày 25/11/2026. Xem tài khoản và mã QR: ${links.shop}`)
  const [sent] = moneyBackMessages(facts({ state: "sent", sentAt: "2026-11-24T00:00:00Z", bankReference: "FT1" }), links)
  expect(sent!.text).toContain("HTX Chè báo đã chuyển trả bạn 120.000đ của đơn số 12, mã giao dịch FT1")
})

test("the same facts are the same messages; another account, reminder or sending is another one", () => {
  const key = (given: Partial<MoneyBackFacts>) => moneyBackMessages(facts(given), links).map((message) => message.key)
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (one, other) => {
      const same = JSON.stringify(key({ accountKnown: true, accountVersion: one })) === JSON.stringify(key({ accountKnown: true, accountVersion: other }))
      expect(same).toBe(one === other)
    }),
  )
  expect(key({ state: "sent", sentAt: "a" })).not.toEqual(key({ state: "sent", sentAt: "b" }))
  expect(key({ remindedAt: "a" }).at(-1)).not.toBe(key({ remindedAt: "b" }).at(-1))
})

test("without an order the shop that must send it is told, by the words of the payment; the buyer is nobody we know", () => {
  const api = { orderNumber: null, description: "Đặt cọc\n tham quan vườn chè", accountKnown: true, accountVersion: 1 }
  expect(told(api)).toEqual(["shop money-back-due"])
  expect(told({ ...api, problemAt: "2026-11-25T00:00:00Z", remindedAt: "2026-11-26T00:00:00Z" })).toEqual(["shop money-back-missing", "shop money-back-reminder"])
  for (const given of [{ accountKnown: false }, { state: "sent", sentAt: "2026-11-24T00:00:00Z" }, { state: "done", confirmedBy: "bank" }, { sender: "house" }] as const) expect(told({ ...api, ...given })).toEqual([])
  const text = (description: string | null) => moneyBackMessages(facts({ ...api, description }), links)[0]!.text
  expect(text(api.description)).toContain("120.000đ của khoản “Đặt cọc tham quan vườn chè”.")
  expect(text(null)).toContain("của một khoản ngoài đơn hàng.")
  expect(text("chè ".repeat(200)).length).toBeLessThan(220)
})
