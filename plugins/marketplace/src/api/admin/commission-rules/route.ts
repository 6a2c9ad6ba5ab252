import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { ledgerErrors } from "../../../modules/ledger/errors"
import type LedgerModuleService from "../../../modules/ledger/service"
import { SELLER_MODULE } from "../../../modules/seller"
import { sellerNotFound } from "../../../modules/seller/errors"
import type SellerModuleService from "../../../modules/seller/service"
import { actingUserId } from "../../actor"
import { assertRuleDates } from "../rule-dates"
import { CommissionRuleBody } from "./validators"

/** GET /admin/commission-rules → {commission_rules}, also those that ended, newest beginning first. */
export const GET = validated({}, async (req, res) => {
  const rows = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).listCommissionRules({}, { order: { valid_from: "DESC", id: "DESC" }, take: 1_000 })
  res.json({ commission_rules: rows.map(({ fixed_vnd, ...row }) => ({ ...row, fixed_vnd: Number(fixed_vnd), raw_fixed_vnd: undefined })) })
})

/** POST /admin/commission-rules → 201 {id}: a rule that begins today or later; 404 seller.not_found where it names a shop that is none, 400 ledger.unknown_province where a province. */
export const POST = validated({ body: CommissionRuleBody }, async (req, res, { body }) => {
  assertRuleDates(body)
  const named = [...new Set(body.seller_ids)]
  const known = named.length ? await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: named }, { select: ["id"], take: named.length }) : []
  if (known.length < named.length) throw sellerNotFound()
  await assertProvinces(req.scope, body.province_codes, body.valid_from)
  const lists = { seller_ids: body.seller_ids, product_sets: body.product_sets, seller_kinds: body.seller_kinds, province_codes: body.province_codes }
  const row = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).createCommissionRules({ ...body, ...asJson(lists), valid_to: body.valid_to ?? null, created_by: actingUserId(req) })
  res.status(201).json({ id: row.id })
})

/** A rule for a province that is none would look like one that holds somewhere. */
async function assertProvinces(container: MedusaContainer, codes: string[], day: string): Promise<void> {
  if (codes.length === 0) return
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes, day)
  const unknown = codes.find((code) => !units.has(code))
  if (unknown) throw ledgerErrors.unknownProvince(unknown)
}

/** Medusa types a JSON column as an object; a list is one as well. */
function asJson<T extends Record<string, unknown[]>>(lists: T): { [K in keyof T]: Record<string, unknown> } {
  return lists as unknown as { [K in keyof T]: Record<string, unknown> }
}
