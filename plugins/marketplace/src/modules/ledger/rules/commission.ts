import type { CivilDate } from "@cho-phien/administrative-units"
import { shareOf } from "./allocate"

export type CommissionRuleFacts = {
  id: string
  name: string
  sellerIds: string[]
  productSets: number[]
  sellerKinds: string[]
  provinceCodes: string[]
  rateBps: number
  fixedVnd: number
  validFrom: CivilDate
  validTo: CivilDate | null
}

export type ChargedSeller = { id: string; kind: string; provinceCode: string }

/** A line of an order: what was paid for it, and the OCOP product set (1–26) it belongs to, if any. */
export type ChargedLine = { productSet: number | null; amountVnd: number }

export type CommissionCharge = { ruleId: string; name: string; baseVnd: number; rateBps: number; fixedVnd: number; amountVnd: number }

/**
 * The rule for one line: of those in force on the day that fit, the most specific one. Seller beats product set beats
 * kind of seller beats province beats all; a rule that names two of them beats one that names the higher alone. Between
 * equals the one that began later, then the one with the greater id.
 */
export function chooseCommissionRule(rules: CommissionRuleFacts[], seller: ChargedSeller, productSet: number | null, day: CivilDate): CommissionRuleFacts | null {
  const fitting = rules.filter((rule) => isInForce(rule, day) && fits(rule, seller, productSet))
  return fitting.sort((a, b) => specificity(b) - specificity(a) || compare(b.validFrom, a.validFrom) || compare(b.id, a.id))[0] ?? null
}

/** What an order is charged. Never more than was paid for its goods. */
export function commissionOf(rules: CommissionRuleFacts[], seller: ChargedSeller, lines: ChargedLine[], day: CivilDate): { totalVnd: number; charges: CommissionCharge[] } {
  const bases = new Map<CommissionRuleFacts, number>()
  for (const line of lines) {
    const rule = chooseCommissionRule(rules, seller, line.productSet, day)
    if (rule) bases.set(rule, (bases.get(rule) ?? 0) + line.amountVnd)
  }
  let left = lines.reduce((sum, line) => sum + line.amountVnd, 0)
  const charges = [...bases].map(([rule, baseVnd]) => {
    const amountVnd = Math.min(left, shareOf(baseVnd, rule.rateBps) + rule.fixedVnd)
    left -= amountVnd
    return { ruleId: rule.id, name: rule.name, baseVnd, rateBps: rule.rateBps, fixedVnd: rule.fixedVnd, amountVnd }
  })
  return { totalVnd: charges.reduce((sum, charge) => sum + charge.amountVnd, 0), charges }
}

/** From the first to the last day, both counted. */
export function isInForce({ validFrom, validTo }: { validFrom: CivilDate; validTo: CivilDate | null }, day: CivilDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

function fits(rule: CommissionRuleFacts, seller: ChargedSeller, productSet: number | null): boolean {
  return (
    oneOf(rule.sellerIds, seller.id) &&
    (rule.productSets.length === 0 || (productSet !== null && rule.productSets.includes(productSet))) &&
    oneOf(rule.sellerKinds, seller.kind) &&
    oneOf(rule.provinceCodes, seller.provinceCode)
  )
}

function oneOf(list: string[], value: string): boolean {
  return list.length === 0 || list.includes(value)
}

function specificity(rule: CommissionRuleFacts): number {
  return [rule.sellerIds, rule.productSets, rule.sellerKinds, rule.provinceCodes].reduce((sum, list) => sum * 2 + (list.length > 0 ? 1 : 0), 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
