import { validated } from "@cho-phien/administrative-units"
import { assertAccess, fetchOrderGroup } from "../../../../../../../queries/order-group"
import { nameReturnAccount } from "../../../../../../../workflows/money-back"
import { AccountBody, RefundParams } from "../../validators"

/** POST /store/order-groups/:id/refunds/:refund_id/account: where money that goes back by transfer is to go. */
export const POST = validated({ params: RefundParams, body: AccountBody }, async (req, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await nameReturnAccount(req.scope, params.id, params.refund_id, { bankBin: body.bank_bin, accountNumber: body.account_number, accountName: body.account_name })
  res.json({ order_group: (await fetchOrderGroup(req.scope, params.id)).view })
})
