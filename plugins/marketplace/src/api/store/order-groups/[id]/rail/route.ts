import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { changeRail } from "../../../../../workflows/change-rail"
import { OrderGroupParams, RailBody } from "../../validators"

/** POST /store/order-groups/:id/rail: what is not paid yet is paid another way; orders and stock stay as they are. */
export const POST = validated({ params: OrderGroupParams, body: RailBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await changeRail(req.scope, { orderGroupId: params.id, rail: body.rail })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
