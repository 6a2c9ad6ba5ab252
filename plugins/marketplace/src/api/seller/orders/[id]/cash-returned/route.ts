import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { noteCashToo } from "../../../../../workflows/cash-on-delivery"
import { actingMemberId, actingSellerId } from "../../../../require-active-member"
import { fetchOwnOrder } from "../../seller-order-view"
import { NothingBody, SellerOrderParams } from "../../validators"

/** POST /seller/orders/:id/cash-returned: the buyer has the cash back that was taken although a transfer had paid. A second call changes nothing; 409 seller_order.no_cash_due. */
export const POST = validated({ params: SellerOrderParams, body: NothingBody }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const sellerId = actingSellerId(req)
  await noteCashToo(req.scope, { orderId: params.id, sellerId, by: { actor: "seller", actorId: actingMemberId(req) } }, "cash_returned")
  res.json({ order: await fetchOwnOrder(req.scope, sellerId, params.id) })
})
