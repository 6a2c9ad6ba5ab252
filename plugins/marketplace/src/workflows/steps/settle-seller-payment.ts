import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import type { ClaimInput } from "../../modules/order-group/service"
import { captureSession } from "../payment-session"

/**
 * Carries a claimed payment to `paid`: Medusa payment with its capture, the order's transaction, our own state.
 * Each part looks first whether it is there, so a run after a crash finishes what the dead one began.
 * It has no compensation on purpose: undoing would cancel money that did arrive.
 */
export const settleSellerPaymentStep = createStep("settle-seller-payment", async (claim: ClaimInput, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const sellerPayment = await groups.retrieveSellerPayment(claim.sellerPaymentId, { relations: ["order_group"] })
  const paymentId = await captureSession(container, sellerPayment.order_id, sellerPayment.payment_session_id)
  const first = await groups.markPaid(claim)
  return new StepResponse({ first, paymentId, orderId: sellerPayment.order_id, orderGroupId: sellerPayment.order_group.id })
})
