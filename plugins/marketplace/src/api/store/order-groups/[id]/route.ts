import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../queries/order-group"
import { orderKeyOf } from "../order-key"
import { AccessQuery, OrderGroupParams } from "../validators"

/** GET /store/order-groups/:id with its key (`X-Order-Key`, or ?access_token=): orders, payments, shipments of one checkout. */
export const GET = validated({ params: OrderGroupParams, query: AccessQuery }, async (req, res, { params, query }) => {
  assertAccess(req.scope, params.id, orderKeyOf(req, query.access_token))
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
