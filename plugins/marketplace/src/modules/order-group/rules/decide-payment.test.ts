import fc from "fast-check"
import { expect, test } from "vitest"
import { decidePayment, type PaymentFacts, type PaymentState } from "./decide-payment"

const now = new Date("2026-11-22T03:00:00Z")
const paid = { status: "succeeded", amountVnd: 185_000, amountReceivedVnd: 185_000 }
const facts = (over: Partial<PaymentFacts> = {}): PaymentFacts => ({ state: "pending", applyingSince: null, intent: paid, owedVnd: 185_000, now, ...over })

test.each([
  ["the right money for a waiting order", {}, "apply"],
  ["the same notice again", { state: "paid" }, "already_paid"],
  ["a notice after a refund", { state: "refunded" }, "already_paid"],
  ["money after expiry", { state: "expired" }, "late"],
  ["money after cancel", { state: "canceled" }, "late"],
  ["too little", { intent: { ...paid, amountReceivedVnd: 92_500 } }, "amount_mismatch"],
  ["an intent for another amount", { intent: { ...paid, amountVnd: 200_000, amountReceivedVnd: 200_000 } }, "amount_mismatch"],
  ["too much is still paid: the surplus stays on the intent", { intent: { ...paid, amountReceivedVnd: 200_000 } }, "apply"],
  ["a notice that runs ahead of the money", { intent: { ...paid, status: "requires_action", amountReceivedVnd: 0 } }, "not_paid"],
  ["another run is at it", { state: "applying", applyingSince: new Date(now.getTime() - 5_000) }, "busy"],
  ["another run died at it", { state: "applying", applyingSince: new Date(now.getTime() - 61_000) }, "apply"],
  ["another rail is being opened", { state: "reopening", applyingSince: new Date(now.getTime() - 3_600_000) }, "busy"],
  ["applying without a date", { state: "applying" }, "apply"],
] as const)("%s", (_name, over, expected) => {
  expect(decidePayment(facts(over))).toBe(expected)
})

test("an order is never paid unless the intent succeeded with at least what is owed", () => {
  const states: PaymentState[] = ["pending", "applying", "reopening", "paid", "expired", "canceled", "refunded"]
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom("succeeded", "processing", "canceled"), fc.nat(), fc.nat(), fc.nat(), (state, status, owed, amount, received) => {
      const decision = decidePayment(facts({ state, intent: { status, amountVnd: amount, amountReceivedVnd: received }, owedVnd: owed }))
      if (decision === "apply") {
        expect(status).toBe("succeeded")
        expect(amount).toBe(owed)
        expect(received).toBeGreaterThanOrEqual(owed)
        expect(["pending", "applying"]).toContain(state)
      }
    }),
  )
})
