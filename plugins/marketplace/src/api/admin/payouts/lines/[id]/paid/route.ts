import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../../modules/payout"
import { payoutErrors } from "../../../../../../modules/payout/errors"
import type PayoutModuleService from "../../../../../../modules/payout/service"
import { bookPayouts } from "../../../../../../workflows/book-payouts"
import { actingUserId } from "../../../../../actor"
import { PaidBody, PayoutParams } from "../../../validators"

/** POST /admin/payouts/lines/:id/paid {bank_reference, note} → {id}: seen on the bank's side by a person. */
export const POST = validated({ params: PayoutParams, body: PaidBody }, async (req, res, { params, body }) => {
  const settled = await req.scope
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .settleLine({ lineId: params.id, to: "paid", by: actingUserId(req), bankReference: body.bank_reference, reason: body.note })
  if (!settled) throw payoutErrors.lineSettled()
  await bookPayouts(req.scope)
  res.json({ id: params.id })
})
