/** States as payOS names them (@payos/node 2.0.5, resources/v1/payouts). */
export const PAYOS_TRANSACTION_STATES = ["RECEIVED", "PROCESSING", "CANCELLED", "SUCCEEDED", "ON_HOLD", "REVERSED", "FAILED"] as const
export const PAYOS_APPROVAL_STATES = ["DRAFTING", "SUBMITTED", "APPROVED", "REJECTED", "CANCELLED", "SCHEDULED", "PROCESSING", "FAILED", "PARTIAL_COMPLETED", "COMPLETED"] as const

/** `open`: ask again later. `reversed`: it was paid and the money came back. Only what payOS says in so many words ends a payout; a state we don't know never does. */
export type TransferState = "open" | "paid" | "failed" | "reversed"

const ENDED = new Map<string, TransferState>([["SUCCEEDED", "paid"], ["FAILED", "failed"], ["CANCELLED", "failed"], ["REVERSED", "reversed"]])
/** The whole order was turned down, so what of it has not begun never will. */
const TURNED_DOWN = new Set(["REJECTED", "CANCELLED", "FAILED"])
const NOT_BEGUN = new Set(["RECEIVED", "ON_HOLD"])

/** @param transaction the state of the transfer itself; null: payOS lists none for the order */
export function payosTransferState(approval: string, transaction: string | null): TransferState {
  const ended = transaction === null ? undefined : ENDED.get(transaction)
  if (ended) return ended
  return TURNED_DOWN.has(approval) && (transaction === null || NOT_BEGUN.has(transaction)) ? "failed" : "open"
}
