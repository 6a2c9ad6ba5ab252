import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../../../modules/ledger"
import { ledgerErrors } from "../../../../../../modules/ledger/errors"
import type LedgerModuleService from "../../../../../../modules/ledger/service"
import { requireTwoPeople } from "../../../../../../operators/require-two-people"
import { actingUserId } from "../../../../../actor"
import { AdjustmentParams, DecisionBody } from "../../../validators"

/** POST /admin/ledger/adjustments/:id/approve {note} → {id, journal_id}: books it; 403 ledger.same_person, operator.account_too_new, 409 ledger.adjustment_decided. */
export const POST = validated({ params: AdjustmentParams, body: DecisionBody }, async (req, res, { params, body }) => {
  const ledger = req.scope.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [adjustment] = await ledger.listLedgerAdjustments({ id: params.id }, { select: ["proposed_by"], take: 1 })
  if (!adjustment) throw ledgerErrors.adjustmentNotFound()
  await requireTwoPeople(req.scope, { maker: adjustment.proposed_by, approver: actingUserId(req) })
  const journal_id = await ledger.postAdjustment(params.id, actingUserId(req), body.note)
  res.json({ id: params.id, journal_id })
})
