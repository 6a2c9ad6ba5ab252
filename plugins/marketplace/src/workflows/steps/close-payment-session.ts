import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { cashlessPayment } from "../cashless"

/**
 * Tells the payment side that the order is gone. VietQR: the intent is its order's own and is cancelled with it.
 * VNPay: the other orders of the group still want theirs. A failure here is only logged: the order is closed, and
 * money that comes all the same is kept as late.
 */
export const closePaymentSessionStep = createStep("close-payment-session", async ({ order_id }: { order_id: string }, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id }, { take: 1 })
  try {
    const open = await groups.listSellerPayments({ intent_id: payment!.intent_id, state: ["pending", "applying"] }, { take: 1 })
    if (open.length === 0) await cashlessPayment(container).cancelIntent(payment!.intent_id, "order_canceled")
    const sessions = container.resolve(Modules.PAYMENT)
    const session = await sessions.retrievePaymentSession(payment!.payment_session_id)
    await sessions.updatePaymentSession({ id: session.id, data: session.data, currency_code: session.currency_code, amount: session.amount, status: "canceled" })
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Payment session of cancelled order ${order_id} could not be closed: ${String(error)}`)
  }
  await groups.finishClosing(order_id)
  return new StepResponse(undefined)
})
