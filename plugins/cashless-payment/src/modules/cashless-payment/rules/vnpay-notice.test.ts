import fc from "fast-check"
import { expect, test } from "vitest"
import { INTENT_STATUSES, nextIntentStatus } from "./intent-state"
import { decideVnpayNotice, isOtherTransaction, isVnpayResult, type AttemptStatus } from "./vnpay-notice"

const ATTEMPTS: AttemptStatus[] = ["open", "pending", "suspected", "succeeded", "failed"]

test("success on an open intent pays it, whatever its attempt heard before", () => {
  for (const attempt of ATTEMPTS.filter((status) => status !== "succeeded")) {
    for (const intent of ["requires_payment_method", "requires_action", "processing"] as const) {
      const decision = decideVnpayNotice({ outcome: "paid", attempt, intent, otherTransaction: false, othersInFlight: false })
      expect(decision).toEqual({ answer: "confirmed", attemptStatus: "succeeded", event: "money_full", money: "matched" })
      expect(nextIntentStatus(intent, decision.event!)).toBe("succeeded")
    }
  }
})

test("an attempt that succeeded is settled: 02, nothing changes", () => {
  for (const outcome of ["paid", "failed", "suspected", "pending"] as const) {
    for (const intent of INTENT_STATUSES) {
      expect(decideVnpayNotice({ outcome, attempt: "succeeded", intent, otherTransaction: false, othersInFlight: true })).toEqual({
        answer: "alreadyConfirmed", attemptStatus: null, event: null, money: null,
      })
    }
  }
})

test("another transaction that paid an attempt which is paid already is money for a person, and answered 02 like a repeat", () => {
  for (const intent of INTENT_STATUSES) {
    const decide = (outcome: "paid" | "failed" | "suspected" | "pending") => decideVnpayNotice({ outcome, attempt: "succeeded", intent, otherTransaction: true, othersInFlight: false })
    expect(decide("paid")).toEqual({ answer: "alreadyConfirmed", attemptStatus: null, event: null, money: "second_transaction" })
    for (const outcome of ["failed", "suspected", "pending"] as const) expect(decide(outcome).money).toBeNull()
  }
})

test("transactions are told apart only where both are named", () => {
  expect(isOtherTransaction("14226112", "14226113")).toBe(true)
  for (const [paidWith, told] of [["14226112", "14226112"], ["14226112", "014226112"], ["14226112", " 14226112"], ["14226112", "0"], ["14226112", ""], ["0", "14226112"], ["", "14226112"], [null, "14226112"]] as const) {
    expect(isOtherTransaction(paidWith, told)).toBe(false)
  }
  fc.assert(fc.property(fc.nat(), fc.nat(), (one, other) => isOtherTransaction(String(one), String(other)) === (one !== 0 && other !== 0 && one !== other)))
})

test("money for a canceled intent goes to the desk, and VNPay is told to stop calling", () => {
  expect(decideVnpayNotice({ outcome: "paid", attempt: "open", intent: "canceled", otherTransaction: false, othersInFlight: false })).toEqual({
    answer: "confirmed", attemptStatus: "succeeded", event: null, money: "late",
  })
})

test("a second attempt that is paid too goes to the desk", () => {
  expect(decideVnpayNotice({ outcome: "paid", attempt: "open", intent: "succeeded", otherTransaction: false, othersInFlight: false })).toMatchObject({
    answer: "alreadyConfirmed", event: null, money: "already_paid",
  })
})

test("a failure does not reopen an intent for which another attempt may hold money", () => {
  expect(decideVnpayNotice({ outcome: "failed", attempt: "open", intent: "processing", otherTransaction: false, othersInFlight: true }).event).toBeNull()
  expect(decideVnpayNotice({ outcome: "failed", attempt: "open", intent: "requires_action", otherTransaction: false, othersInFlight: false }).event).toBe("attempt_failed")
})

test("only a notice that says paid ever moves money", () => {
  for (const outcome of ["failed", "suspected", "pending"] as const) {
    for (const attempt of ATTEMPTS) {
      for (const intent of INTENT_STATUSES) {
        expect(decideVnpayNotice({ outcome, attempt, intent, otherTransaction: false, othersInFlight: false }).money).toBeNull()
      }
    }
  }
})

test("our own pay request, whose signature is as good, is not a result", () => {
  expect(isVnpayResult({ vnp_Command: "pay", vnp_TxnRef: "CP1", vnp_Amount: "100" })).toBe(false)
  expect(isVnpayResult({ vnp_Command: "pay", vnp_ResponseCode: "00" })).toBe(false)
  expect(isVnpayResult({ vnp_TxnRef: "CP1", vnp_Amount: "100" })).toBe(false)
  expect(isVnpayResult({ vnp_TxnRef: "CP1", vnp_ResponseCode: "24", vnp_TransactionStatus: "02" })).toBe(true)
})
