import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { confirmCashOrder } from "../../../../../workflows/cash-on-delivery"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { NothingBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/confirm: the shop says yes to an order that is paid in cash; it then no longer lapses. */
export const POST = validated({ params: SellerOrderParams, body: NothingBody }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const sellerId = actingSellerId(req)
  await confirmCashOrder(req.scope, { orderId: params.id, sellerId, by: { actor: "seller", actorId: actingMemberId(req) } })
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
