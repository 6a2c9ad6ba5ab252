import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { cashlessPayment } from "../cashless"
import { cancelSession } from "../payment-session"

/**
 * Tells the payment side that the order is gone. VietQR: the intent is its order's own and is cancelled with it.
 * VNPay: the other orders of the group still want theirs. A failure here is only logged: the order is closed, and
 * money that comes all the same is kept as late.
 */
export const closePaymentSessionStep = createStep("close-payment-session", async ({ order_id }: { order_id: string }, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id }, { take: 1 })
  if (payment && payment.state !== "refunded") {
    if (payment.intent_id) await endIntent(container, payment.intent_id)
    await cancelSession(container, payment.payment_session_id)
  }
  await groups.finishClosing(order_id)
  return new StepResponse(undefined)
})

async function endIntent(container: MedusaContainer, intentId: string): Promise<void> {
  const open = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ intent_id: intentId, state: ["pending", "applying", "reopening"] }, { take: 1 })
  if (open.length > 0) return
  await cashlessPayment(container)
    .cancelIntent(intentId, "order_canceled")
    .catch((error: unknown) => container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Payment intent ${intentId} of a cancelled order could not be ended: ${String(error)}`))
}
