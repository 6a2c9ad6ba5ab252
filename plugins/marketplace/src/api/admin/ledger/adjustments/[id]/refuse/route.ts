import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../../../modules/ledger"
import type LedgerModuleService from "../../../../../../modules/ledger/service"
import { actingUserId } from "../../../../../actor"
import { AdjustmentParams, DecisionBody } from "../../../validators"

/** POST /admin/ledger/adjustments/:id/refuse {note} → {id}: it is never booked; also how its proposer takes it back. */
export const POST = validated({ params: AdjustmentParams, body: DecisionBody }, async (req, res, { params, body }) => {
  await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).refuseAdjustment(params.id, actingUserId(req), body.note)
  res.json({ id: params.id })
})
