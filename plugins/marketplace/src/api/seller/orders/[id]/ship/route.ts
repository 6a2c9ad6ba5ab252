import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shipSellerOrderWorkflow } from "../../../../../workflows/ship-seller-order"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { SellerOrderParams, ShipBody } from "../../validators"

/** POST /seller/orders/:id/ship: the parcel is with the carrier. A second call answers with the order as it is. */
export const POST = validated({ params: SellerOrderParams, body: ShipBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const sellerId = actingSellerId(req)
  await shipSellerOrderWorkflow(req.scope).run({ input: { order_id: params.id, seller_id: sellerId, member_id: actingMemberId(req), ...body } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
