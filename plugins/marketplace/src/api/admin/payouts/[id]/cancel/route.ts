import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../modules/payout"
import type PayoutModuleService from "../../../../../modules/payout/service"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { actingUserId } from "../../../../actor"
import { NoteBody, PayoutParams } from "../../validators"

/** POST /admin/payouts/:id/cancel {note} → {payout}: a draft nobody approved. */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).cancelBatch(params.id, actingUserId(req), body.note)
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id) })
})
