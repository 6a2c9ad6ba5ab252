import { sendError } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cancelSellerOrderWorkflow } from "../workflows/cancel-seller-order"

/**
 * The operator's cancel button must race neither a payment nor a shipment: the order is closed by our workflow (the
 * swap of its state first), one that is being paid or is on its way is refused; what was paid goes back.
 */
export async function guardAdminCancel(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  try {
    const orderId = req.params.id ?? ""
    const [payment] = await req.scope.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
    if (!payment) return next()
    const by = { actor: "operator", actorId: req.auth_context?.actor_id ?? null } as const
    await cancelSellerOrderWorkflow(req.scope).run({ input: { order_id: orderId, to: "canceled", by, paid_too: true } })
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
