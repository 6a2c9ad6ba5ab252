import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import type { PaymentDecision } from "../modules/order-group/rules/decide-payment"
import type { ClaimInput } from "../modules/order-group/service"
import { claimSellerPaymentStep } from "./steps/claim-seller-payment"
import { settleSellerPaymentStep } from "./steps/settle-seller-payment"

export type RecordedPayment = { decision: PaymentDecision }

/**
 * One notice for one seller payment: inbox, decision, capture, `seller_order.paid`. Any number of runs, at once
 * or after each other, end in one paid order; money that comes too late is kept and marked, the order stays closed.
 */
export const recordSellerPaymentWorkflow = createWorkflow("record-seller-payment", (claim: ClaimInput) => {
  const key = transform({ claim }, ({ claim }) => `seller-payment:${claim.sellerPaymentId}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const claimed = claimSellerPaymentStep(claim)
  const settled = when("payment-is-to-apply", { claimed }, ({ claimed }) => claimed.decision === "apply").then(() => settleSellerPaymentStep(claim))
  when("payment-was-applied", { settled }, ({ settled }) => settled?.first === true).then(() => {
    emitEventStep({ eventName: "payment.captured", data: transform({ settled }, ({ settled }) => ({ id: settled!.paymentId })) })
    emitEventStep({
      eventName: "seller_order.paid",
      data: transform({ settled }, ({ settled }) => ({ order_id: settled!.orderId, order_group_id: settled!.orderGroupId })),
    }).config({ name: "emit-seller-order-paid" })
  })
  releaseLockStep({ key })
  return new WorkflowResponse(transform({ claimed }, ({ claimed }): RecordedPayment => ({ decision: claimed.decision })))
})
