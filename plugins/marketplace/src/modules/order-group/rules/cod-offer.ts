/** A decision about cash on delivery, as the table holds it. */
export type CodRule = {
  scope: "everywhere" | "province" | "seller" | "shop_choice"
  scope_id: string
  enabled: boolean
  max_amount_vnd: number | null
  effective_from: Date
}

export type CodAsk = {
  /** Two digits of the province the goods go to. */
  provinceCode: string
  sellers: { id: string; name: string; amountVnd: number }[]
  at: Date
}

export type CodRefusal =
  | { reason: "off" }
  | { reason: "off_in_province" }
  | { reason: "seller_without_cod"; sellers: string[] }
  | { reason: "too_expensive"; sellers: string[]; max_amount_vnd: number }

/** Where the operator never decided anything: offered, for what a courier may reasonably carry. */
export const COD_WITHOUT_RULES = { enabled: true, max_amount_vnd: 5_000_000 } as const

/** Of each scope the newest decision that is in force; on a tie the one that was written later. */
export function codRulesInForce(rules: CodRule[], at: Date): Map<string, CodRule> {
  const newest = new Map<string, CodRule>()
  for (const rule of rules) {
    if (rule.effective_from.getTime() > at.getTime()) continue
    const key = ruleKey(rule.scope, rule.scope_id)
    const known = newest.get(key)
    if (!known || rule.effective_from.getTime() >= known.effective_from.getTime()) newest.set(key, rule)
  }
  return newest
}

/**
 * Null when a checkout may be paid in cash at the door; else why not. One rail pays a whole checkout, so one shop
 * without cash on delivery is enough to refuse it, and is named. `rules` in the order in which they were written.
 */
export function refuseCod({ provinceCode, sellers, at }: CodAsk, rules: CodRule[]): CodRefusal | null {
  const inForce = codRulesInForce(rules, at)
  const find = (scope: CodRule["scope"], id: string) => inForce.get(ruleKey(scope, id))
  const everywhere = find("everywhere", "") ?? COD_WITHOUT_RULES
  if (!everywhere.enabled) return { reason: "off" }
  const province = find("province", provinceCode)
  if (province && !province.enabled) return { reason: "off_in_province" }
  const without = sellers.filter(({ id }) => find("seller", id)?.enabled === false || find("shop_choice", id)?.enabled === false)
  if (without.length > 0) return { reason: "seller_without_cod", sellers: without.map((seller) => seller.name) }
  const limits = sellers.map((seller) => ({ seller, max: lowest([everywhere, province, find("seller", seller.id), find("shop_choice", seller.id)]) }))
  const over = limits.filter(({ seller, max }) => seller.amountVnd > max)
  if (over.length === 0) return null
  return { reason: "too_expensive", sellers: over.map(({ seller }) => seller.name), max_amount_vnd: Math.min(...over.map(({ max }) => max)) }
}

function lowest(rules: (Pick<CodRule, "max_amount_vnd"> | undefined)[]): number {
  return Math.min(...rules.map((rule) => rule?.max_amount_vnd ?? Number.POSITIVE_INFINITY))
}

function ruleKey(scope: string, id: string): string {
  return `${scope}\n${id}`
}
