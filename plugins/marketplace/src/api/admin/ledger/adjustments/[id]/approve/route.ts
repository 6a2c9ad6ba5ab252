import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../../../modules/ledger"
import type LedgerModuleService from "../../../../../../modules/ledger/service"
import { actingUserId } from "../../../../../actor"
import { AdjustmentParams, DecisionBody } from "../../../validators"

/** POST /admin/ledger/adjustments/:id/approve {note} → {id, journal_id}: books it; 403 ledger.same_person, 409 ledger.adjustment_decided. */
export const POST = validated({ params: AdjustmentParams, body: DecisionBody }, async (req, res, { params, body }) => {
  const journal_id = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).postAdjustment(params.id, actingUserId(req), body.note)
  res.json({ id: params.id, journal_id })
})
