import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { receiveOrder } from "../../../../../workflows/receive-order"
import { OrderGroupParams, ReceivedBody } from "../../validators"

/** POST /store/order-groups/:id/received: the buyer says that the goods of one order came. Repeating it changes nothing. */
export const POST = validated({ params: OrderGroupParams, body: ReceivedBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await receiveOrder(req.scope, { orderGroupId: params.id, orderId: body.order_id })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
