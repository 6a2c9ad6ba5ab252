import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { cancelOrderItems } from "../../../../../workflows/cancel-order-items"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { CancelItemsBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/cancel-items: a part can't be delivered; its share goes back, or is not asked for. */
export const POST = validated({ params: SellerOrderParams, body: CancelItemsBody }, async (req: AuthenticatedMedusaRequest, res, { params, body: { lines, reason, note } }) => {
  const sellerId = actingSellerId(req)
  await fetchOwnOrder(req.scope, sellerId, params.id)
  await cancelOrderItems(req.scope, { orderId: params.id, sellerId, keep: lines, by: { actor: "seller", actorId: actingMemberId(req), reason, note } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
