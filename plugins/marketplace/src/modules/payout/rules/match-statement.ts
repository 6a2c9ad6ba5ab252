import { findPayoutCodes } from "./payout-code"

/** What an outgoing line of a statement is. Only `matched` settles a payout; the others are for a person. */
export const STATEMENT_OUTCOMES = ["matched", "amount_differs", "not_sent", "paid_twice", "unknown_code", "no_code"] as const
export type StatementOutcome = (typeof STATEMENT_OUTCOMES)[number]

export type OutgoingLine = { bookedOn: string; amountVnd: number; memo: string; bankReference: string }

/** `awaitsStatement`: a provider said it was paid, and no statement has shown it yet. */
export type KnownPayout = { lineId: string; reference: string; amountVnd: number; state: string; sent: boolean; awaitsStatement: boolean }

/** By the code in the memo and the amount, never by the amount alone. */
export function matchStatementLine(line: OutgoingLine, byReference: Map<string, KnownPayout>): { outcome: StatementOutcome; lineId: string | null } {
  const codes = findPayoutCodes(line.memo)
  if (codes.length === 0) return { outcome: "no_code", lineId: null }
  const payout = codes.map((code) => byReference.get(code)).find((found) => found !== undefined)
  if (!payout) return { outcome: "unknown_code", lineId: null }
  // What came back later had left all the same.
  const paid = payout.state === "paid" || payout.state === "reversed"
  if (paid && !payout.awaitsStatement) return { outcome: "paid_twice", lineId: payout.lineId }
  if (!paid && (payout.state !== "in_transit" || !payout.sent)) return { outcome: "not_sent", lineId: payout.lineId }
  return { outcome: payout.amountVnd === line.amountVnd ? "matched" : "amount_differs", lineId: payout.lineId }
}
