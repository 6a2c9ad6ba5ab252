import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { refuseAtDoor } from "../../../../../workflows/cash-on-delivery"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { NothingBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/refused-at-door: the buyer did not take the parcel: the order is over, its goods are back on the shelf. */
export const POST = validated({ params: SellerOrderParams, body: NothingBody }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const sellerId = actingSellerId(req)
  await refuseAtDoor(req.scope, { orderId: params.id, sellerId, by: { actor: "seller", actorId: actingMemberId(req) } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
