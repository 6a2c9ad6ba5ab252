import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { collectCash } from "../../../../../workflows/cash-on-delivery"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { NothingBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/cash-collected: the cash was taken at the door: paid and delivered. A second call changes nothing. */
export const POST = validated({ params: SellerOrderParams, body: NothingBody }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const sellerId = actingSellerId(req)
  await collectCash(req.scope, { orderId: params.id, sellerId, by: { actor: "seller", actorId: actingMemberId(req) } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
