/** Why money goes back that is no part of a charge: it came beyond the amount, too late, a second time, or never came to the amount. */
export const SURPLUS_REASONS = ["overpaid", "late", "already_paid", "partial_payment_canceled"] as const

/**
 * Whether a refund gives back what was never asked for. At Stripe such money lies on the customer's cash balance, and its
 * refund has no charge (docs.stripe.com/payments/customer-balance/refunding): it counts for nothing that a charge says of itself.
 */
export function isSurplus(reason: string): boolean {
  return SURPLUS_REASONS.some((one) => one === reason)
}
