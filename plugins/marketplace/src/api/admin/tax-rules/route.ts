import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"
import { actingUserId } from "../../actor"
import { assertRuleDates } from "../rule-dates"
import { TaxRuleBody } from "./validators"

/** GET /admin/tax-rules → {tax_rules}, also those that ended, newest beginning first. */
export const GET = validated({}, async (req, res) => {
  const tax_rules = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).listTaxRules({}, { order: { valid_from: "DESC", id: "DESC" }, take: 1_000 })
  res.json({ tax_rules })
})

/** POST /admin/tax-rules → 201 {id}: a rule with its legal basis; on its days it beats those that began earlier. */
export const POST = validated({ body: TaxRuleBody }, async (req, res, { body }) => {
  assertRuleDates(body)
  const { seller_kinds, rails, ...rest } = body
  const lists = { seller_kinds, rails } as unknown as { seller_kinds: Record<string, unknown>; rails: Record<string, unknown> }
  const row = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).createTaxRules({ ...rest, ...lists, valid_to: body.valid_to ?? null, created_by: actingUserId(req) })
  res.status(201).json({ id: row.id })
})
