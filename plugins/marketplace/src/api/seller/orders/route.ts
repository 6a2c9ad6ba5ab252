import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchSellerOrders, listSellerPaymentsOf } from "../../../queries/seller-orders"
import { actingSellerId } from "../../require-active-member"
import { toSellerOrder } from "./seller-order-view"

/** GET /seller/orders: the newest 200 orders of the shop, and all before that are still open. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  const records = await fetchSellerOrders(req.scope, await listSellerPaymentsOf(req.scope, actingSellerId(req)))
  res.json({ orders: records.map(toSellerOrder) })
})
