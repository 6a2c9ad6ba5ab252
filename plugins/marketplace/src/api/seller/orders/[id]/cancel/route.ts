import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { cancelSellerOrderWorkflow } from "../../../../../workflows/cancel-seller-order"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { CancelOrderBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/cancel: the shop calls the whole order off; what was paid goes back. */
export const POST = validated({ params: SellerOrderParams, body: CancelOrderBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const sellerId = actingSellerId(req)
  await fetchOwnOrder(req.scope, sellerId, params.id)
  const by = { actor: "seller", actorId: actingMemberId(req), ...body } as const
  await cancelSellerOrderWorkflow(req.scope).run({ input: { order_id: params.id, to: "canceled", by, paid_too: true } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
