import type { CivilDate } from "@cho-phien/administrative-units"
import { shareOf } from "./allocate"
import { isInForce } from "./commission"

/**
 * WITHHOLD takes it off the seller's money; REPORT_ONLY works it out and writes it down; OFF does neither. Which one
 * holds for a rail is for the operator's counsel to decide (Decree 252/2026/NĐ-CP, art. 3.5, 43–45).
 */
export const TAX_MODES = ["WITHHOLD", "REPORT_ONLY", "OFF"] as const
export type TaxMode = (typeof TAX_MODES)[number]

/** Rates follow what the seller does, not the product (VAT Law 48/2024/QH15, art. 12.2.b). */
export const SELLER_ACTIVITIES = ["goods", "services", "production_transport", "other", "own_unprocessed_produce"] as const
export type SellerActivityKind = (typeof SELLER_ACTIVITIES)[number]

export type TaxRuleFacts = {
  id: string
  sellerKinds: string[]
  rails: string[]
  activity: SellerActivityKind
  vatBps: number
  pitBps: number
  mode: TaxMode
  base: "goods" | "goods_and_shipping"
  legalBasis: string
  validFrom: CivilDate
  validTo: CivilDate | null
}

export type TaxedSale = { sellerKind: string; activity: SellerActivityKind; rail: string; goodsVnd: number; shippingVnd: number; day: CivilDate }

export type TaxAssessment = { mode: TaxMode; ruleId: string | null; legalBasis: string | null; baseVnd: number; vatVnd: number; pitVnd: number }

const NONE: TaxAssessment = { mode: "OFF", ruleId: null, legalBasis: null, baseVnd: 0, vatVnd: 0, pitVnd: 0 }

/** What is to be withheld (or reported) for a sale at its confirmation; a later rule beats an earlier one. */
export function assessTax(rules: TaxRuleFacts[], sale: TaxedSale): TaxAssessment {
  const rule = rules
    .filter((candidate) => isInForce(candidate, sale.day) && candidate.activity === sale.activity && candidate.sellerKinds.includes(sale.sellerKind) && candidate.rails.includes(sale.rail))
    .sort((a, b) => (a.validFrom === b.validFrom ? (a.id < b.id ? 1 : -1) : a.validFrom < b.validFrom ? 1 : -1))[0]
  if (!rule || rule.mode === "OFF") return NONE
  const baseVnd = rule.base === "goods" ? sale.goodsVnd : sale.goodsVnd + sale.shippingVnd
  return { mode: rule.mode, ruleId: rule.id, legalBasis: rule.legalBasis, baseVnd, vatVnd: shareOf(baseVnd, rule.vatBps), pitVnd: shareOf(baseVnd, rule.pitBps) }
}
