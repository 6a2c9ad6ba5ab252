import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { cancelByBuyer } from "../../../../../workflows/cancel-by-buyer"
import { CancelBody, OrderGroupParams } from "../../validators"

/** POST /store/order-groups/:id/cancel: until the seller ships; what was paid goes back by the rail it came by. */
export const POST = validated({ params: OrderGroupParams, body: CancelBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await cancelByBuyer(req.scope, { orderGroupId: params.id, orderId: body.order_id ?? null, reason: body.reason, note: body.note || null })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
