import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { actingSellerId } from "../../../require-active-member"
import { fetchOwnOrder } from "../seller-order-view"
import { SellerOrderParams } from "../validators"

/** GET /seller/orders/:id */
export const GET = validated({ params: SellerOrderParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  res.json({ order: await fetchOwnOrder(req.scope, actingSellerId(req), params.id) })
})
