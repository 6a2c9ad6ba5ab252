import fc from "fast-check"
import { expect, test } from "vitest"
import { PAYOS_APPROVAL_STATES, PAYOS_TRANSACTION_STATES, payosTransferState } from "./payos-payout-state"

test.each([
  ["SUCCEEDED", "paid"],
  ["FAILED", "failed"],
  ["CANCELLED", "failed"],
  ["REVERSED", "reversed"],
  ["PROCESSING", "open"],
  ["ON_HOLD", "open"],
  ["RECEIVED", "open"],
] as const)("a transfer that is %s while its order is processed is %s", (transaction, state) => {
  expect(payosTransferState("PROCESSING", transaction)).toBe(state)
})

const TURNED_DOWN = ["REJECTED", "CANCELLED", "FAILED"]

test("an order that was turned down fails what has not begun, and waits for what has", () => {
  for (const approval of TURNED_DOWN) {
    expect(payosTransferState(approval, null)).toBe("failed")
    expect(payosTransferState(approval, "RECEIVED")).toBe("failed")
    expect(payosTransferState(approval, "ON_HOLD")).toBe("failed")
    expect(payosTransferState(approval, "PROCESSING")).toBe("open")
    expect(payosTransferState(approval, "SUCCEEDED")).toBe("paid")
  }
})

test("no other word about the order ends what has not begun, also not that all of it is done", () => {
  for (const approval of PAYOS_APPROVAL_STATES.filter((state) => !TURNED_DOWN.includes(state))) {
    for (const transaction of [null, "RECEIVED", "ON_HOLD"]) expect(payosTransferState(approval, transaction), approval).toBe("open")
  }
})

test("money counts as gone only when the transfer itself succeeded, and a word we don't know ends nothing", () => {
  const approvals = fc.oneof(fc.constantFrom(...PAYOS_APPROVAL_STATES), fc.string())
  fc.assert(fc.property(approvals, fc.oneof(fc.constantFrom(...PAYOS_TRANSACTION_STATES), fc.string(), fc.constant(null)), (approval, transaction) => (payosTransferState(approval, transaction) === "paid") === (transaction === "SUCCEEDED")))
  fc.assert(fc.property(approvals, fc.string().filter((word) => !(PAYOS_TRANSACTION_STATES as readonly string[]).includes(word)), (approval, word) => payosTransferState(approval, word) === "open"))
})
