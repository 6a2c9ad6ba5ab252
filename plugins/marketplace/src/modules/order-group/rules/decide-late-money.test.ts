import fc from "fast-check"
import { expect, test } from "vitest"
import { decideLateMoney, type LateMoneyFacts } from "./decide-late-money"

const facts = (order: Partial<LateMoneyFacts["order"]> = {}, lateVnd = 100_000): LateMoneyFacts => ({ order: { state: "pending", rail: "cod", intentId: null, amountVnd: 100_000, ...order }, intentId: "pi_qr", lateVnd })

test("an order that went over to cash or VNPay and is not paid is paid by it, also when it is more", () => {
  expect(decideLateMoney(facts())).toBe("pays")
  expect(decideLateMoney(facts({ rail: "vnpay", intentId: "pi_vnpay" }))).toBe("pays")
  expect(decideLateMoney(facts({}, 100_001))).toBe("pays")
})

test("too little is for a person: no order goes back to asking for a rest", () => {
  expect(decideLateMoney(facts({}, 99_999))).toBe("desk")
  expect(decideLateMoney(facts({}, 0))).toBe("desk")
})

test("what was paid another way gets its money back; what is being paid waits a moment", () => {
  expect([decideLateMoney(facts({ state: "paid" })), decideLateMoney(facts({ state: "refunded", rail: "vnpay", intentId: "pi_vnpay" }))]).toEqual(["goes_back", "goes_back"])
  expect([decideLateMoney(facts({ state: "applying" })), decideLateMoney(facts({ state: "reopening" }))]).toEqual(["not_now", "not_now"])
  // Still under the old payment's name, or with its money already on its way to the new one.
  expect([decideLateMoney(facts({ state: "reopening", intentId: "pi_qr", rail: "vietqr" })), decideLateMoney(facts({ state: "reopening" }, 0))]).toEqual(["not_now", "not_now"])
})

test("a closed order stays closed, and its own payment is never brought to it a second time", () => {
  expect([decideLateMoney(facts({ state: "expired" })), decideLateMoney(facts({ state: "canceled" }))]).toEqual(["desk", "desk"])
  fc.assert(
    fc.property(fc.constantFrom("pending", "paid", "expired", "canceled", "refunded"), fc.constantFrom("vietqr", "vnpay", "cod"), fc.nat(1_000_000), (state, rail, lateVnd) => {
      expect(decideLateMoney(facts({ state, rail, intentId: "pi_qr" } as Partial<LateMoneyFacts["order"]>, lateVnd))).toBe("desk")
    }),
  )
})
