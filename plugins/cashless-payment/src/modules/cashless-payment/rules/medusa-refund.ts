/** The key under which a refund of Medusa's Payment module is queued: found again whoever passes it on. */
export const medusaRefundKey = (refundId: string): string => `medusa:${refundId}`

/** What is queued for one refund of Medusa's; `amountVnd` in whole đồng. */
export function medusaRefund({ intentId, amountVnd, refundId }: { intentId: string; amountVnd: number; refundId: string }) {
  return { intentId, amountVnd, reason: "requested", idempotencyKey: medusaRefundKey(refundId) }
}
