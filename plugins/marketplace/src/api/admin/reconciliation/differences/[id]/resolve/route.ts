import { validated } from "@cho-phien/administrative-units"
import { RECONCILIATION_MODULE } from "../../../../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../../../../modules/reconciliation/service"
import { actingUserId } from "../../../../../actor"
import { NoteBody, PayoutParams } from "../../../../payouts/validators"

/** POST /admin/reconciliation/differences/:id/resolve {note} → {id}: what was done about it. */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  await req.scope.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).resolveDifference(params.id, actingUserId(req), body.note)
  res.json({ id: params.id })
})
