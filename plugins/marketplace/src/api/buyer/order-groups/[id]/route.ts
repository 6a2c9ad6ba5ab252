import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { checkoutErrors } from "../../../../modules/order-group/errors"
import { isBuyersGroup } from "../../../../queries/buyer-orders"
import { accessTokenOf, fetchOrderGroup } from "../../../../queries/order-group"
import { actingBuyer } from "../../../require-buyer"
import { IdParams } from "../../validators"

/** GET /buyer/order-groups/:id → {order_group, access_token}; another buyer's is a 404, as if there were none. */
export const GET = validated({ params: IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  if (!(await isBuyersGroup(req.scope, actingBuyer(req).customerId, params.id))) throw checkoutErrors.orderGroupNotFound()
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view, access_token: accessTokenOf(req.scope, params.id) })
})
