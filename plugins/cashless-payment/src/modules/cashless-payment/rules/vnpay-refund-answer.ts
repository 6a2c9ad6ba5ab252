import { toVnpayDate } from "./vietnam-time"
import type { MerchantAnswer } from "./vnpay-merchant-api"

/** What to do after a refund was sent or asked about. */
export type RefundStep =
  /** VNPay has it: ask what became of it. */
  | { kind: "accepted"; transactionNo: string | null }
  | { kind: "returned" }
  | { kind: "rejected"; reason: string }
  /** VNPay did not take it and said so: send it anew, as a new request. */
  | { kind: "not_taken" }
  /** Nobody knows; the same request again, never a new one. */
  | { kind: "unknown" }

/**
 * The answer to `refund`. `resent`: the same request was sent before and its answer never came, so that 94 ("a refund
 * was requested before and is in process") speaks of ours. The first time it speaks of somebody else's.
 */
export function afterRefundRequest(answer: MerchantAnswer | null, resent: boolean): RefundStep {
  if (!answer) return { kind: "unknown" }
  switch (answer.responseCode) {
    case "00":
      return answer.transactionStatus === "09" ? { kind: "rejected", reason: "vnpay_status_09" } : { kind: "accepted", transactionNo: answer.transactionNo }
    case "94":
      return resent ? { kind: "accepted", transactionNo: answer.transactionNo } : { kind: "not_taken" }
    case "02":
    case "03":
    case "91":
    case "95":
      return { kind: "rejected", reason: `vnpay_${answer.responseCode}` }
    default:
      return { kind: "unknown" }
  }
}

export type KnownRefund = { amountVnd: number; transactionNo: string | null }

/**
 * The answer to querydr about a refund: 05 in process, 06 sent to the bank, 00 done, 09 rejected. As long as VNPay has
 * not told us its number for this refund, an answer counts only if it cannot be about another refund of the same payment.
 */
export function afterRefundQuery(answer: MerchantAnswer | null, refund: KnownRefund, others: readonly KnownRefund[]): RefundStep {
  if (!answer || answer.responseCode !== "00") return { kind: "unknown" }
  const { transactionNo, transactionType, transactionStatus } = answer
  if ((transactionType !== "02" && transactionType !== "03") || answer.amountVnd !== refund.amountVnd) return { kind: "unknown" }
  const mayBeAnothers = others.some((other) => (other.transactionNo && transactionNo ? other.transactionNo === transactionNo : other.amountVnd === refund.amountVnd))
  if (refund.transactionNo ? transactionNo !== refund.transactionNo : mayBeAnothers) return { kind: "unknown" }
  if (transactionStatus === "00") return { kind: "returned" }
  if (transactionStatus === "09") return { kind: "rejected", reason: "vnpay_status_09" }
  return { kind: "accepted", transactionNo }
}

/** A vnp_RequestId is unique per Vietnamese day only: on another day VNPay would take the same one for a new refund. */
export function mayResend(requestDate: string, now: Date): boolean {
  return requestDate.slice(0, 8) === toVnpayDate(now).slice(0, 8)
}

const HOUR_MS = 3_600_000
/** From here on a person looks it up at VNPay. */
const LONGEST_UNSENT_MS = 3 * 24 * HOUR_MS
const LONGEST_SILENCE_MS = 30 * 24 * HOUR_MS

export function isRefundStuck({ createdAt, acceptedAt, now }: { createdAt: Date; acceptedAt: Date | null; now: Date }): boolean {
  return acceptedAt ? now.getTime() - acceptedAt.getTime() > LONGEST_SILENCE_MS : now.getTime() - createdAt.getTime() > LONGEST_UNSENT_MS
}

/** Twice as long each time, at most six hours: banks take days. */
export function nextRefundTryAt(now: Date, tries: number, queryAfterSeconds: number): Date {
  return new Date(now.getTime() + Math.min(6 * HOUR_MS, queryAfterSeconds * 1_000 * 2 ** Math.min(Math.max(tries - 1, 0), 16)))
}
