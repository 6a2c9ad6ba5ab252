import { expect, test } from "vitest"
import { cashTooMessage, type CashTooFacts } from "./cash-too-messages"

const facts: Omit<CashTooFacts, "act"> = { actId: "ordact_1", orderId: "order_1", amountVnd: 80_000, orderNumber: 12, shop: "HTX Chè", orderLink: "https://cho.example/don-hang/og_1", shopLink: "https://cho.example/ban-hang/don/order_1" }

test("each word is told to who did not say it, with the amount, the order and the page on which it can be answered", () => {
  for (const [act, to, link] of [["cash_held", "buyer", facts.orderLink], ["cash_returned", "buyer", facts.orderLink], ["cash_missing", "shop", facts.shopLink]] as const) {
    const message = cashTooMessage({ ...facts, act })
    expect(message.to).toBe(to)
    for (const part of ["80.000đ", "đơn số 12", link]) expect(message.text).toContain(part)
  }
  expect(cashTooMessage({ ...facts, act: "cash_returned" }).text).toContain("HTX Chè")
})

test("taken is told once; given back and missed each time they are said", () => {
  const key = (act: CashTooFacts["act"], actId: string) => cashTooMessage({ ...facts, act, actId }).key
  expect(key("cash_held", "a")).toBe(key("cash_held", "b"))
  for (const act of ["cash_returned", "cash_missing"] as const) expect(key(act, "a")).not.toBe(key(act, "b"))
})
