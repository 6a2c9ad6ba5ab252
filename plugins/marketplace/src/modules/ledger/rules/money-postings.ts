import { balanced, type Account, type Entry } from "./journal"

type Clearing = "psp_clearing:vnpay" | "psp_clearing:bank"

const line = (account: Account, component: Entry["component"], amountVnd: number, sellerId: string | null = null): Entry => ({ account, sellerId, component, amountVnd })

/** The gateway (or a person, from the bank) gave the buyer the money back. */
export function refundExecutedEntries(from: Clearing | "bank", amountVnd: number): Entry[] {
  return balanced([line("buyer_refundable", "refund", amountVnd), line(from, "refund", -amountVnd)])
}

/** The house gave the buyer back what lies on the shop's own account: the shop owes it. */
export function refundInSellersSteadEntries(sellerId: string, amountVnd: number): Entry[] {
  return balanced([line("seller_receivable", "refund", amountVnd, sellerId), line("bank", "refund", -amountVnd)])
}

/** Where the house's money is when the shop had paid the buyer itself: it never left, the buyer has it twice and is to give it back, or it is gone. */
export const HOUSE_MONEY = { not_sent: "bank", with_buyer: "buyer_receivable", lost: "house_loss" } as const satisfies Record<string, Account>
export type HouseMoney = keyof typeof HOUSE_MONEY

/** The shop had paid after all: its debt of `amountVnd` ends. What payouts took off already (`owedVnd` is what it owes now) it is paid again. */
export function takenBackEntries(sellerId: string, amountVnd: number, owedVnd: number, houseMoney: HouseMoney): Entry[] {
  const forgivenVnd = Math.min(amountVnd, Math.max(0, owedVnd))
  return balanced([
    line(HOUSE_MONEY[houseMoney], "adjustment", amountVnd),
    line("seller_receivable", "adjustment", -forgivenVnd, sellerId),
    line("seller_payable", "adjustment", forgivenVnd - amountVnd, sellerId),
  ])
}

/** Money that belongs to no order yet: ours to keep apart, not ours to keep. */
export function unmatchedReceiptEntries(into: Clearing | "bank", amountVnd: number): Entry[] {
  return balanced([line(into, "receipt", amountVnd), line("unmatched_receipts", "receipt", -amountVnd)])
}

/** What belonged to no order went back from our bank. */
export function returnedReceiptEntries(amountVnd: number): Entry[] {
  return balanced([line("unmatched_receipts", "refund", amountVnd), line("bank", "refund", -amountVnd)])
}

/** A person found out whose the unmatched money was: from here on the sale itself has it. Or that it never was any money of ours. */
export function assignedReceiptEntries(from: Clearing | "bank", amountVnd: number): Entry[] {
  return balanced([line("unmatched_receipts", "receipt", amountVnd), line(from, "receipt", -amountVnd)])
}

/** A buyer paid the house for what a shop sold directly: it is that shop's, and goes with its next payout. */
export function receiptForSellerEntries(sellerId: string, into: "bank" | "psp_clearing:vnpay", amountVnd: number): Entry[] {
  return balanced([line(into, "receipt", amountVnd), line("seller_payable", "receipt", -amountVnd, sellerId)])
}

/** Money for what was paid already, or cancelled: it came, and the buyer gets it back. */
export function surplusEntries(into: Clearing | "bank", amountVnd: number): Entry[] {
  return balanced([line(into, "receipt", amountVnd), line("buyer_refundable", "refund", -amountVnd)])
}

/** The gateway paid out what it had collected, less its fee, which is the house's cost. */
export function settlementEntries(from: Clearing, grossVnd: number, feeVnd: number): Entry[] {
  if (feeVnd < 0 || feeVnd > grossVnd) throw new RangeError(`A fee of ${feeVnd} of ${grossVnd}`)
  return balanced([line("bank", "receipt", grossVnd - feeVnd), line("psp_fee", "fee", feeVnd), line(from, "receipt", -grossVnd)])
}

export type PayoutAmounts = { amountVnd: number; nettedVnd: number }

/** The seller's money leaves for its bank, less the commission it owes from direct sales. */
export function payoutEntries(sellerId: string, { amountVnd, nettedVnd }: PayoutAmounts): Entry[] {
  if (amountVnd <= 0 || nettedVnd < 0) throw new RangeError("A payout pays something")
  return balanced([
    line("seller_payable", "payout", amountVnd, sellerId),
    line("seller_payable", "netting", nettedVnd, sellerId),
    line("seller_receivable", "netting", -nettedVnd, sellerId),
    line("payout_in_transit", "payout", -amountVnd),
  ])
}

/** The statement shows it left our account. */
export function payoutPaidEntries(amountVnd: number): Entry[] {
  return balanced([line("payout_in_transit", "payout", amountVnd), line("bank", "payout", -amountVnd)])
}

/** The bank did not pay: the seller is owed it again. What was netted stays netted. */
export function payoutFailedEntries(sellerId: string, amountVnd: number): Entry[] {
  return balanced([line("payout_in_transit", "payout", amountVnd), line("seller_payable", "payout", -amountVnd, sellerId)])
}

/** What was paid out came back to us, days later: the seller is owed it again. */
export function payoutReversedEntries(sellerId: string, amountVnd: number): Entry[] {
  return balanced([line("bank", "payout", amountVnd), line("seller_payable", "payout", -amountVnd, sellerId)])
}

/** What a bank, or a provider of transfers, charged the house for its work. */
export function bankFeeEntries(feeVnd: number): Entry[] {
  if (feeVnd <= 0) throw new RangeError(`A fee of ${feeVnd}`)
  return balanced([line("psp_fee", "fee", feeVnd), line("bank", "fee", -feeVnd)])
}

/** An operator's correction, with a reason; it balances like every other. */
export function adjustmentEntries(lines: { account: Account; sellerId: string | null; amountVnd: number }[]): Entry[] {
  return balanced(lines.map(({ account, sellerId, amountVnd }) => line(account, "adjustment", amountVnd, sellerId)))
}
