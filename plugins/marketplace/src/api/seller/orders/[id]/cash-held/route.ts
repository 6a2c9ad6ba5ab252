import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { noteCashToo } from "../../../../../workflows/cash-on-delivery"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { NothingBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/cash-held: cash was taken at the door although a transfer had paid the order; the shop holds it for the buyer. A second call changes nothing; 409 seller_order.no_cash_due. */
export const POST = validated({ params: SellerOrderParams, body: NothingBody }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const sellerId = actingSellerId(req)
  await noteCashToo(req.scope, { orderId: params.id, sellerId, by: { actor: "seller", actorId: actingMemberId(req) } }, "cash_held")
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
