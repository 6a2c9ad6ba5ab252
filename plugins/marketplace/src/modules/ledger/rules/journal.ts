import type { CivilDate } from "@cho-phien/administrative-units"

/**
 * The accounts of the books, in whole đồng. Debit is positive, credit negative: what others owe us stands positive,
 * what we owe others negative. Two are kept per seller.
 */
export const ACCOUNTS = [
  "psp_clearing:vnpay",
  "psp_clearing:bank",
  "bank",
  "seller_payable",
  "seller_receivable",
  "commission_revenue",
  "tax_withheld:vat",
  "tax_withheld:pit",
  "psp_fee",
  "buyer_refundable",
  "unmatched_receipts",
  "payout_in_transit",
  "buyer_receivable",
  "house_loss",
  "refund_expense",
  "other_collections",
] as const

export const SELLER_ACCOUNTS: readonly Account[] = ["seller_payable", "seller_receivable"]

/**
 * What of a sale an entry is about; a seller's statement is the sums by it. Shipping is the seller's own money: it ships.
 * `transfer` is what a destination charge of /v1 gives to its account.
 */
export const COMPONENTS = ["goods", "shipping", "commission", "vat", "pit", "receipt", "fee", "refund", "payout", "netting", "adjustment", "transfer"] as const

export const JOURNAL_KINDS = [
  "sale",
  "direct_sale",
  "refund",
  "direct_refund",
  "refund_executed",
  "unmatched_receipt",
  "gateway_settlement",
  "payout",
  "payout_paid",
  "payout_failed",
  "payout_reversed",
  "api_fee",
  "bank_fee",
  "adjustment",
  "destination_charge",
  "platform_charge",
  "charge_refund",
  "charge_refund_failed",
] as const

export type Account = (typeof ACCOUNTS)[number]
export type Component = (typeof COMPONENTS)[number]
export type JournalKind = (typeof JOURNAL_KINDS)[number]

export type Entry = { account: Account; sellerId: string | null; component: Component; amountVnd: number }

/** A journal before it is written. */
export type JournalDraft = {
  key: string
  kind: JournalKind
  occurredAt: Date
  day: CivilDate
  sellerId?: string | null
  orderId?: string | null
  sellerPaymentId?: string | null
  /** Of a payment of /v1. */
  intentId?: string | null
  facts?: Record<string, unknown>
  reason?: string | null
  postedBy?: string | null
  entries: Entry[]
}

export class UnbalancedJournal extends Error {}

/** Leaves out zeros and holds the entries to the rules the database holds them to as well. */
export function balanced(entries: Entry[]): Entry[] {
  const kept = entries.filter((entry) => entry.amountVnd !== 0)
  for (const entry of kept) {
    if (!Number.isSafeInteger(entry.amountVnd)) throw new UnbalancedJournal(`${entry.account}: ${entry.amountVnd} is not a whole amount`)
    if (SELLER_ACCOUNTS.includes(entry.account) !== (entry.sellerId !== null)) throw new UnbalancedJournal(`${entry.account}: a seller is named for seller accounts, and only for them`)
  }
  const sum = kept.reduce((total, entry) => total + entry.amountVnd, 0)
  if (sum !== 0) throw new UnbalancedJournal(`Entries sum to ${sum}, not 0`)
  return kept
}
