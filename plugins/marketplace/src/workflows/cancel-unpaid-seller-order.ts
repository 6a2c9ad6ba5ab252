import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { beginClosingPaymentStep } from "./steps/begin-closing-payment"
import { cancelOrderUnderStockLockStep } from "./steps/cancel-order-under-stock-lock"
import { closePaymentSessionStep } from "./steps/close-payment-session"

export type CancelUnpaidInput = { order_id: string; reason: "expired" | "canceled"; canceled_by?: string }

/**
 * Closes an order nobody paid and frees its stock. Refused (409) once a payment is being or has been applied:
 * of a payment and a cancel at the same moment exactly one wins.
 */
export const cancelUnpaidSellerOrderWorkflow = createWorkflow("cancel-unpaid-seller-order", (input: CancelUnpaidInput) => {
  const key = transform({ input }, ({ input }) => `close-order:${input.order_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  beginClosingPaymentStep(input)
  cancelOrderUnderStockLockStep(input)
  closePaymentSessionStep(input)
  releaseLockStep({ key })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ order_id: input.order_id })))
})
