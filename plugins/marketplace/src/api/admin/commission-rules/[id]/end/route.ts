import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../../modules/ledger"
import type LedgerModuleService from "../../../../../modules/ledger/service"
import { actingUserId } from "../../../../actor"
import { assertRuleDates } from "../../../rule-dates"
import { EndBody, RuleParams } from "../../validators"

/** POST /admin/commission-rules/:id/end {valid_to} → {id}: its last day, today or later. */
export const POST = validated({ params: RuleParams, body: EndBody }, async (req, res, { params, body }) => {
  assertRuleDates(body)
  await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).endRule("commission_rule", params.id, body.valid_to, actingUserId(req))
  res.json({ id: params.id })
})
