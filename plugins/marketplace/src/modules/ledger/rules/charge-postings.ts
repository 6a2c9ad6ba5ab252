import { balanced, type Account, type Component, type Entry } from "./journal"

/** Where the house has what a payment of /v1 brought it: with VNPay until it settles, or in its bank. */
export type HouseHas = "psp_clearing:vnpay" | "bank"

/**
 * A payment of /v1 that VNPay brought to the platform, in whole đồng: what its account is given (`transferVnd`: the whole,
 * or what `transfer_data[amount]` says), and the `application_fee_amount` that is taken from there.
 */
export type ChargeAmounts = { amountVnd: number; transferVnd: number; feeVnd: number }

/** As cashless-payment worked it out: null is what the caller did not ask back. */
export type ChargeRefundAmounts = { amountVnd: number; transferReversedVnd: number | null; feeRefundedVnd: number | null }

/** Dr clearing, Cr the shop with its transfer, and from there the fee; what is over the transfer stays with the house. */
export function destinationChargeEntries(sellerId: string, { amountVnd, transferVnd, feeVnd }: ChargeAmounts): Entry[] {
  return balanced([
    house("psp_clearing:vnpay", "receipt", amountVnd),
    shop(sellerId, "seller_payable", "transfer", -transferVnd),
    shop(sellerId, "seller_payable", "commission", feeVnd),
    house("commission_revenue", "commission", -(amountVnd - transferVnd) - feeVnd),
  ])
}

/** Nobody's of the fair: what came with it is kept apart from the fair's own money, for whoever made the payment. */
export function platformChargeEntries(into: HouseHas, amountVnd: number): Entry[] {
  return balanced([house(into, "receipt", amountVnd), house("other_collections", "receipt", -amountVnd)])
}

/**
 * The buyer is owed the refund. With the transfer reversed the shop gives back its part, and what the house had kept over
 * the transfer gives the rest; without, the house bears all of it, as at Stripe.
 */
export function destinationRefundEntries(sellerId: string, { amountVnd, transferReversedVnd, feeRefundedVnd }: ChargeRefundAmounts): Entry[] {
  const feeVnd = feeRefundedVnd ?? 0
  return balanced([
    ...(transferReversedVnd === null
      ? [house("refund_expense", "refund", amountVnd)]
      : [shop(sellerId, "seller_payable", "transfer", transferReversedVnd), house("commission_revenue", "commission", amountVnd - transferReversedVnd)]),
    house("commission_revenue", "commission", feeVnd),
    shop(sellerId, "seller_payable", "commission", -feeVnd),
    house("buyer_refundable", "refund", -amountVnd),
  ])
}

export function platformRefundEntries(amountVnd: number): Entry[] {
  return balanced([house("other_collections", "refund", amountVnd), house("buyer_refundable", "refund", -amountVnd)])
}

/**
 * What the house gives up of a refund for which the transfer is reversed: the fee that is given back, and its part of what
 * was over the transfer (`transfer_data[amount]`).
 */
export function houseShareOfRefund({ amountVnd, transferReversedVnd, feeRefundedVnd }: ChargeRefundAmounts): number {
  return (feeRefundedVnd ?? 0) + (transferReversedVnd === null ? 0 : amountVnd - transferReversedVnd)
}

/**
 * The shop got the money itself and gives it back itself: in the books is only what the house keeps of it, which it owes
 * back. Not less debt, because a payout may have taken it already; what is still owed is taken off the next one.
 */
export function feeRefundEntries(sellerId: string, feeVnd: number): Entry[] {
  return balanced([house("commission_revenue", "commission", feeVnd), shop(sellerId, "seller_payable", "commission", -feeVnd)])
}

/** What was booked did not come about: the gateway refused the refund, or it was canceled. */
export function reversed(entries: Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, amountVnd: -entry.amountVnd }))
}

function shop(sellerId: string, account: "seller_payable" | "seller_receivable", component: Component, amountVnd: number): Entry {
  return { account, sellerId, component, amountVnd }
}

function house(account: Account, component: Component, amountVnd: number): Entry {
  return { account, sellerId: null, component, amountVnd }
}
