import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../../modules/payout"
import type PayoutModuleService from "../../../../../../modules/payout/service"
import { actingUserId } from "../../../../../actor"
import { NoteBody, PayoutParams } from "../../../validators"

/** POST /admin/payouts/statement/:id/resolve {note} → {id}: what was done about a difference. */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).resolveStatementLine(params.id, actingUserId(req), body.note)
  res.json({ id: params.id })
})
