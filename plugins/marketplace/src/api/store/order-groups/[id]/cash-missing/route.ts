import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../queries/order-group"
import { missCash } from "../../../../../workflows/cash-on-delivery"
import { OrderGroupParams, ReceivedBody } from "../../validators"

/** POST /store/order-groups/:id/cash-missing: cash that the shop wrote down as given back has not come. Repeating it changes nothing; 409 seller_order.cash_not_returned. */
export const POST = validated({ params: OrderGroupParams, body: ReceivedBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await missCash(req.scope, { orderGroupId: params.id, orderId: body.order_id })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
