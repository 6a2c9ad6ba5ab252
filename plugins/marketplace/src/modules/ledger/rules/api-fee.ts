import { balanced, type Entry } from "./journal"

/**
 * What the shop owes of a payment of /v1 that it got whole: the fee the caller named, or what is over `transfer_data[amount]`.
 * The two exclude each other (the API refuses both).
 */
export function apiFeeVnd(amountVnd: number, { feeVnd, transferVnd }: { feeVnd: number | null; transferVnd: number | null }): number {
  if (feeVnd !== null) return Math.min(feeVnd, amountVnd)
  return transferVnd === null ? 0 : Math.max(0, amountVnd - transferVnd)
}

/** The money never was ours: only the debt is booked. */
export function apiFeeEntries(sellerId: string, feeVnd: number): Entry[] {
  return balanced([
    { account: "seller_receivable", sellerId, component: "commission", amountVnd: feeVnd },
    { account: "commission_revenue", sellerId: null, component: "commission", amountVnd: -feeVnd },
  ])
}
