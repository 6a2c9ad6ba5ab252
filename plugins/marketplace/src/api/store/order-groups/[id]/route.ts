import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../queries/order-group"
import { AccessQuery, OrderGroupParams } from "../validators"

/** GET /store/order-groups/:id?access_token=: orders, payments, shipments of one checkout. */
export const GET = validated({ params: OrderGroupParams, query: AccessQuery }, async (req, res, { params, query }) => {
  assertAccess(req.scope, params.id, query.access_token)
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
