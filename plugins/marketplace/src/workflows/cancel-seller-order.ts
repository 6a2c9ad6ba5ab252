import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import type { ActBy } from "../modules/order-group/operations/acts"
import { beginClosingPaymentStep } from "./steps/begin-closing-payment"
import { cancelOrderUnderStockLockStep } from "./steps/cancel-order-under-stock-lock"
import { closePaymentSessionStep } from "./steps/close-payment-session"
import { findLostRefundsStep } from "./steps/find-lost-refunds"
import { refundCanceledOrderStep } from "./steps/refund-canceled-order"

export type CancelSellerOrderInput = {
  order_id: string
  /** What an unpaid order becomes. */
  to: "expired" | "canceled"
  by: ActBy
  /** Whether a paid order may be cancelled; Medusa then asks the rail for the money back. */
  paid_too: boolean
  /** Which payment ran out, when that is why; null: cash that the shop did not confirm. */
  lapsed?: { intentId: string | null }
}

/**
 * Closes one seller's order and frees its stock; what was paid for it goes back on the rail it came by. Refused (409)
 * while a payment is being applied and as soon as the seller ships: of a cancel and a payment, or a cancel and a
 * shipment, at the same moment exactly one wins. Can be repeated: it takes up what a crash left half closed.
 */
export const cancelSellerOrderWorkflow = createWorkflow("cancel-seller-order", (input: CancelSellerOrderInput) => {
  const key = transform({ input }, ({ input }) => `close-order:${input.order_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const closing = beginClosingPaymentStep(input)
  findLostRefundsStep(input)
  cancelOrderUnderStockLockStep(transform({ input }, ({ input }) => ({ order_id: input.order_id, canceled_by: input.by.actorId ?? undefined })))
  refundCanceledOrderStep(transform({ input }, ({ input }) => ({ order_id: input.order_id, refunded_by: input.by.actorId ?? undefined })))
  closePaymentSessionStep(input)
  when("closed-now", { closing }, ({ closing }) => closing.first).then(() => {
    emitEventStep({
      eventName: "seller_order.canceled",
      data: transform({ input, closing }, ({ input, closing }) => ({ order_id: input.order_id, order_group_id: closing.orderGroupId, by: input.by.actor, paid: closing.before === "paid" })),
    })
  })
  releaseLockStep({ key })
  return new WorkflowResponse(transform({ closing }, ({ closing }) => ({ order_group_id: closing.orderGroupId, was_paid: closing.before === "paid" })))
})
