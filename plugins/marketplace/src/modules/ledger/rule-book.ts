import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ledgerErrors } from "./errors"
import type { CommissionRuleFacts } from "./rules/commission"
import type { TaxRuleFacts } from "./rules/withholding-tax"

export type RuleTable = "commission_rule" | "tax_rule"

type CommissionRow = { id: string; name: string; seller_ids: string[]; product_sets: number[]; seller_kinds: string[]; province_codes: string[]; rate_bps: number; fixed_vnd: string; valid_from: string; valid_to: string | null }
type TaxRow = {
  id: string
  seller_kinds: string[]
  rails: string[]
  activity: TaxRuleFacts["activity"]
  vat_bps: number
  pit_bps: number
  mode: TaxRuleFacts["mode"]
  base: TaxRuleFacts["base"]
  legal_basis: string
  valid_from: string
  valid_to: string | null
}

/** All rules there ever were; which one holds depends on the day of the sale. */
export async function loadRules(db: Knex): Promise<{ commission: CommissionRuleFacts[]; tax: TaxRuleFacts[] }> {
  const commission = await db<CommissionRow>("commission_rule").whereNull("deleted_at")
  const tax = await db<TaxRow>("tax_rule").whereNull("deleted_at")
  return { commission: (commission as CommissionRow[]).map(toCommissionRule), tax: (tax as TaxRow[]).map(toTaxRule) }
}

export function toCommissionRule(row: CommissionRow): CommissionRuleFacts {
  return {
    id: row.id,
    name: row.name,
    sellerIds: row.seller_ids,
    productSets: row.product_sets,
    sellerKinds: row.seller_kinds,
    provinceCodes: row.province_codes,
    rateBps: row.rate_bps,
    fixedVnd: Number(row.fixed_vnd),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

function toTaxRule(row: TaxRow): TaxRuleFacts {
  const { id, rails, activity, mode, base } = row
  return { id, rails, activity, mode, base, sellerKinds: row.seller_kinds, vatBps: row.vat_bps, pitBps: row.pit_bps, legalBasis: row.legal_basis, validFrom: row.valid_from, validTo: row.valid_to }
}

export async function endRule(tx: Knex.Transaction, table: RuleTable, id: string, validTo: string, endedBy: string): Promise<void> {
  const row = (await tx(table).where({ id }).whereNull("deleted_at").forUpdate().first("valid_from", "valid_to")) as { valid_from: string; valid_to: string | null } | undefined
  if (!row) throw ledgerErrors.ruleNotFound()
  if (row.valid_to !== null) throw ledgerErrors.ruleEnded()
  if (validTo < row.valid_from) throw ledgerErrors.endBeforeStart("valid_to")
  await tx(table).where({ id }).update({ valid_to: validTo, ended_by: endedBy, updated_at: tx.fn.now() })
}
