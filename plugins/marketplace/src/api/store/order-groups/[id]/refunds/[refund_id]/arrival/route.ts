import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../../../queries/order-group"
import { sayMoneyArrived } from "../../../../../../../workflows/money-back"
import { ArrivalBody, RefundParams } from "../../validators"

/** POST /store/order-groups/:id/refunds/:refund_id/arrival: money said to be sent has come, or has not. */
export const POST = validated({ params: RefundParams, body: ArrivalBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await sayMoneyArrived(req.scope, params.id, params.refund_id, { arrived: body.arrived, note: body.note || null })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
