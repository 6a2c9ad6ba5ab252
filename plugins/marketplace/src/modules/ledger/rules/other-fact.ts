export type OtherFact = { day: string; what: "taken_over" | "taken_back" | "passed_on" | "api_fee" | "adjustment"; /** Positive: in the shop's favour. */ amount_vnd: number }

export type OtherJournal = { kind: string; day: string; /** It takes another journal back. */ reverses: boolean; lines: { sellerId: string | null; amountVnd: number }[] }

/** A fee, or one that is no longer owed. */
const FEE_KINDS = ["api_fee", "charge_refund", "charge_refund_failed"]

/** A journal as its shop reads it; null where it moved nothing between the shop and the house. */
export function otherFact({ kind, day, reverses, lines }: OtherJournal, sellerId: string): OtherFact | null {
  const amountVnd = lines.reduce((sum, line) => (line.sellerId === sellerId ? sum - line.amountVnd : sum), 0)
  if (amountVnd === 0) return null
  const what = kind === "refund_executed" ? "taken_over" : kind === "unmatched_receipt" ? "passed_on" : FEE_KINDS.includes(kind) ? "api_fee" : reverses ? "taken_back" : "adjustment"
  return { day, what, amount_vnd: amountVnd }
}
