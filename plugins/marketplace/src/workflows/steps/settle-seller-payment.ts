import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import type { ClaimInput } from "../../modules/order-group/service"

/**
 * Carries a claimed payment to `paid`: Medusa payment with its capture, the order's transaction, our own state.
 * Each part looks first whether it is there, so a run after a crash finishes what the dead one began.
 * It has no compensation on purpose: undoing would cancel money that did arrive.
 */
export const settleSellerPaymentStep = createStep("settle-seller-payment", async (claim: ClaimInput, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const sellerPayment = await groups.retrieveSellerPayment(claim.sellerPaymentId, { relations: ["order_group"] })
  const paymentId = await captureSession(container, sellerPayment.payment_session_id)
  await recordTransactions(container, sellerPayment.order_id, paymentId)
  const first = await groups.markPaid(claim)
  return new StepResponse({ first, paymentId, orderId: sellerPayment.order_id, orderGroupId: sellerPayment.order_group.id })
})

async function captureSession(container: MedusaContainer, sessionId: string): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  // Answers with the payment that exists when the session was authorized before.
  const payment = await payments.authorizePaymentSession(sessionId, {})
  if (!payment) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The provider of session ${sessionId} does not see the money yet`)
  const { captures } = await payments.retrievePayment(payment.id, { relations: ["captures"] })
  if (!captures?.length) await payments.capturePayment({ payment_id: payment.id, amount: payment.amount })
  return payment.id
}

async function recordTransactions(container: MedusaContainer, orderId: string, paymentId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const { captures, currency_code } = await container.resolve(Modules.PAYMENT).retrievePayment(paymentId, { relations: ["captures"] })
  const known = new Set((await orders.listOrderTransactions({ order_id: orderId, reference: "capture" })).map((transaction) => transaction.reference_id))
  const missing = (captures ?? []).filter((capture) => !known.has(capture.id))
  if (missing.length === 0) return
  await orders.addOrderTransactions(missing.map((capture) => ({ order_id: orderId, amount: capture.amount, currency_code, reference: "capture", reference_id: capture.id })))
}
