/** Why VNPay's money goes back over its API in the name of no order: it came when the payment was over, or paid already. */
export const STRAY_REASONS = ["late", "already_paid"] as const
export type StrayReason = (typeof STRAY_REASONS)[number]

/** Why money goes back that is no part of a charge: it came beyond the amount, too late, a second time, or never came to the amount. */
export const SURPLUS_REASONS = ["overpaid", ...STRAY_REASONS, "partial_payment_canceled"] as const

/**
 * Whether a refund gives back what was never asked for. At Stripe such money lies on the customer's cash balance, and its
 * refund has no charge (docs.stripe.com/payments/customer-balance/refunding): it counts for nothing that a charge says of itself.
 */
export function isSurplus(reason: string): boolean {
  return SURPLUS_REASONS.some((one) => one === reason)
}

export function isStray(reason: string): boolean {
  return STRAY_REASONS.some((one) => one === reason)
}

/** Of a surplus, what was never a part of the amount that was asked for. The beginning of a payment that was canceled was. */
export function isBeyondTheAmount(reason: string): boolean {
  return isSurplus(reason) && reason !== "partial_payment_canceled"
}
