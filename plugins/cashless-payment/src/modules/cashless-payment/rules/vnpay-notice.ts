import type { IntentEvent, IntentStatus } from "./intent-state"
import type { IPN_ANSWER, VnpayOutcome } from "./vnpay-outcome"
import type { VnpayParams } from "./vnpay-signature"

/**
 * Whether signed parameters are a result at all. The address we send a buyer to is signed with the same secret and
 * stands in their browser; sent back to us it would read as a failure of an attempt that may hold money.
 */
export function isVnpayResult(params: VnpayParams): boolean {
  return params.vnp_Command === undefined && /^\d{2}$/.test(params.vnp_ResponseCode ?? "")
}

export type AttemptStatus = "open" | "pending" | "suspected" | "succeeded" | "failed"

export type VnpayNoticeDecision = {
  answer: keyof typeof IPN_ANSWER
  /** null: the attempt stays as it is. */
  attemptStatus: AttemptStatus | null
  /** null: the intent hears nothing. */
  event: IntentEvent | null
  /**
   * Real money: counted for the intent, given back for this reason, or kept for a person: a `second_transaction` of one
   * attempt can't be given back by VNPay's API, which refunds what the attempt itself was paid with.
   */
  money: "matched" | "late" | "already_paid" | "second_transaction" | null
}

type Situation = {
  outcome: VnpayOutcome
  attempt: AttemptStatus
  intent: IntentStatus
  /** The notice names another transaction of VNPay's than the one this attempt was paid with (`isOtherTransaction`). */
  otherTransaction: boolean
  /** Another attempt of the same intent may hold money (pending or suspected): a failure here must not reopen it. */
  othersInFlight: boolean
}

/** Two transactions of VNPay's, as far as both are named: `0` and nothing at all name none. */
export function isOtherTransaction(paidWith: string | null, told: string): boolean {
  const number = (named: string | null) => named?.trim().replace(/^0+/, "") ?? ""
  return number(paidWith) !== "" && number(told) !== "" && number(paidWith) !== number(told)
}

/**
 * What one genuine VNPay notice with the right amount does. Order does not matter: a success that arrives after a
 * failure of the same attempt wins, a failure that arrives after the success is answered 02 and changes nothing.
 */
export function decideVnpayNotice({ outcome, attempt, intent, otherTransaction, othersInFlight }: Situation): VnpayNoticeDecision {
  const settled: VnpayNoticeDecision = { answer: "alreadyConfirmed", attemptStatus: null, event: null, money: null }
  if (attempt === "succeeded") return outcome === "paid" && otherTransaction ? { ...settled, money: "second_transaction" } : settled
  switch (outcome) {
    case "paid":
      if (intent === "canceled") return { answer: "confirmed", attemptStatus: "succeeded", event: null, money: "late" }
      if (intent === "succeeded") return { answer: "alreadyConfirmed", attemptStatus: "succeeded", event: null, money: "already_paid" }
      return { answer: "confirmed", attemptStatus: "succeeded", event: "money_full", money: "matched" }
    case "suspected":
      return { answer: "confirmed", attemptStatus: "suspected", event: "attempt_suspected", money: null }
    case "pending":
      return { answer: "confirmed", attemptStatus: "pending", event: "attempt_pending", money: null }
    case "failed":
      if (attempt === "failed") return settled
      return { answer: "confirmed", attemptStatus: "failed", event: othersInFlight ? null : "attempt_failed", money: null }
  }
}
