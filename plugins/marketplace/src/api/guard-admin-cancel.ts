import { sendError } from "@cho-phien/administrative-units"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cancelUnpaidSellerOrderWorkflow } from "../workflows/cancel-unpaid-seller-order"

/**
 * The operator's cancel button must not race a payment: an unpaid order is closed by our workflow (the swap of its
 * state first), one that is being paid is refused, a paid one goes on to Medusa, which queues the refund.
 */
export async function guardAdminCancel(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  try {
    const orderId = req.params.id ?? ""
    const [payment] = await req.scope.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
    if (!payment || payment.state === "paid") return next()
    await cancelUnpaidSellerOrderWorkflow(req.scope).run({ input: { order_id: orderId, reason: "canceled" } })
    const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["*", "items.*"], filters: { id: orderId } })
    res.json({ order: data[0] })
  } catch (error) {
    try {
      sendError(req, res, error)
    } catch (unexpected) {
      next(unexpected)
    }
  }
}
