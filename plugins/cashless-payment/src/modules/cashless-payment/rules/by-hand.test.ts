import fc from "fast-check"
import { expect, test } from "vitest"
import { decideByHand, type ByHandFacts } from "./by-hand"

const intent = { status: "requires_action" as const, amountVnd: 150_000, amountReceivedVnd: 0, accountNumber: "1", bin: "970422" }
const facts: ByHandFacts = { rail: "vietqr", intent, amountVnd: 150_000, bankTells: false, sameTransfer: null, saidBefore: false }

test.each([
  ["exactly what is missing", {}, { kind: "recorded" }],
  ["the rest of a part payment", { intent: { ...intent, amountReceivedVnd: 100_000 }, amountVnd: 50_000 }, { kind: "recorded" }],
  ["too little", { amountVnd: 149_999 }, { kind: "under", missingVnd: 150_000 }],
  ["too much", { amountVnd: 150_001 }, { kind: "over", missingVnd: 150_000 }],
  ["the same again", { intent: { ...intent, status: "succeeded" }, saidBefore: true }, { kind: "recorded" }],
  ["after the bank said it", { intent: { ...intent, status: "succeeded" } }, { kind: "already_paid" }],
  ["after the order was closed", { intent: { ...intent, status: "canceled" } }, { kind: "closed" }],
  ["where the bank tells by itself", { bankTells: true }, { kind: "bank_tells" }],
  ["a transfer that has counted for something", { sameTransfer: "counted" }, { kind: "already_counted" }],
  ["a transfer that waits at the desk", { sameTransfer: "waiting" }, { kind: "recorded" }],
  ["of VNPay's money", { rail: "vnpay", intent: null }, { kind: "wrong_rail" }],
] as const)("said by hand: %s", (_what, changes, outcome) => {
  expect(decideByHand({ ...facts, ...(changes as Partial<ByHandFacts>) })).toEqual(outcome)
})

test("no other amount than the missing one ever pays an open order", () => {
  fc.assert(
    fc.property(fc.nat(150_000), fc.nat(400_000), (received, amountVnd) => {
      const outcome = decideByHand({ ...facts, intent: { ...intent, amountReceivedVnd: received }, amountVnd })
      expect(outcome.kind === "recorded").toBe(amountVnd === 150_000 - received)
    }),
  )
})
