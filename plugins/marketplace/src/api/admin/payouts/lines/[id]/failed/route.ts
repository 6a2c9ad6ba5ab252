import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../../modules/payout"
import { payoutErrors } from "../../../../../../modules/payout/errors"
import type PayoutModuleService from "../../../../../../modules/payout/service"
import { bookPayouts } from "../../../../../../workflows/book-payouts"
import { actingUserId } from "../../../../../actor"
import { NoteBody, PayoutParams } from "../../../validators"

/** POST /admin/payouts/lines/:id/failed {note} → {id}: the bank did not pay; the seller is owed the money again. */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  const settled = await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).settleLine({ lineId: params.id, to: "failed", by: actingUserId(req), reason: body.note })
  if (!settled) throw payoutErrors.lineSettled()
  await bookPayouts(req.scope)
  res.json({ id: params.id })
})
