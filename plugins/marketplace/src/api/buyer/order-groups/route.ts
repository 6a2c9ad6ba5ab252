import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { listBuyerOrderGroups } from "../../../queries/buyer-orders"
import { actingBuyer } from "../../require-buyer"
import { OrdersQuery } from "../validators"

/** GET /buyer/order-groups?limit&offset → {order_groups, count, limit, offset}: own checkouts, newest first. */
export const GET = validated({ query: OrdersQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) => {
  const { groups, count } = await listBuyerOrderGroups(req.scope, actingBuyer(req).customerId, query)
  res.json({ order_groups: groups, count, ...query })
})
