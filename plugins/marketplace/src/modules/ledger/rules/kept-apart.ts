/** Money on the house's own bank account as cashless-payment has it. */
export type HouseReceipt = { state: string; reason: string; /** A person sends it back, or has. */ goesBack: boolean }

/**
 * Whether money on the house's own bank account is kept apart in `unmatched_receipts`: while it lies at the desk, and when it goes back, which is a
 * journal of its own once it has left. What may be a transfer told twice is nothing until somebody decides; what pays something is booked by
 * what it pays; what is ignored, or put down as settled elsewhere, is no money of the fair.
 */
export function isKeptApart({ state, reason, goesBack }: HouseReceipt): boolean {
  return state === "unmatched" ? reason !== "perhaps_told" : state === "resolved" && goesBack
}
