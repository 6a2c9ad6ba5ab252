/** Stripe's names for the states of a refund. */
export const REFUND_STATUSES = ["pending", "requires_action", "succeeded", "failed", "canceled"] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

export const REFUND_EVENTS = ["money_returned", "rejected", "unconfirmed", "said_sent", "missed", "canceled"] as const
export type RefundEvent = (typeof REFUND_EVENTS)[number]

/**
 * The whole life of a refund; what is not in the table is ignored.
 *
 * - `pending` is in the hands of VNPay, or said to be sent by hand. It cannot be canceled: it may be on its way.
 * - `unconfirmed`: nobody can say whether VNPay has it. Sending it anew could pay twice, so a person looks it up.
 * - `said_sent`, `missed`: whoever transfers by hand says it has left, whoever waits for it says it has not come. A payee's
 *   own word does not end a refund: the receiver's, the bank's, the operator's does, or a week without complaint.
 * - succeeded, failed and canceled are final. A rejected refund gets a successor that is transferred by hand.
 */
const TRANSITIONS: Record<RefundStatus, Partial<Record<RefundEvent, RefundStatus>>> = {
  pending: { money_returned: "succeeded", rejected: "failed", unconfirmed: "requires_action", missed: "requires_action" },
  requires_action: { money_returned: "succeeded", said_sent: "pending", canceled: "canceled" },
  succeeded: {},
  failed: {},
  canceled: {},
}

export function nextRefundStatus(status: RefundStatus, event: RefundEvent): RefundStatus | "ignored" {
  return TRANSITIONS[status][event] ?? "ignored"
}

/** Refunds in these states hold their amount: all of them together never exceed what was received. */
export const REFUND_HOLDS_MONEY: readonly RefundStatus[] = ["pending", "requires_action", "succeeded"]

/** Nothing changes it any more. */
export function isRefundOver(status: RefundStatus): boolean {
  return Object.keys(TRANSITIONS[status]).length === 0
}
