const HOUR_MS = 3_600_000

/** How long stock is held for a payment VNPay suspects, as long as nobody decided on another time: a day, for goods that keep a week. */
export const DEFAULT_HOLD_HOURS = 24
export const MAX_HOLD_HOURS = 30 * 24

/** A decision of the operator about that time, from a moment on. */
export type HoldRule = { hours: number; effectiveFrom: Date }

/** The hours in force at a moment: the newest decision that had begun by then, of two at once the later one in the list. */
export function holdHoursAt(rules: HoldRule[], at: Date): number {
  const begun = rules.filter((rule) => rule.effectiveFrom <= at)
  return begun.reduce<HoldRule | null>((newest, rule) => (newest === null || rule.effectiveFrom >= newest.effectiveFrom ? rule : newest), null)?.hours ?? DEFAULT_HOLD_HOURS
}

/** Until when a suspected payment is waited for: by the rule of the day it was suspected, or longer where a person kept it. */
export function decideBy({ suspectedAt, heldUntil, rules }: { suspectedAt: Date; heldUntil: Date | null; rules: HoldRule[] }): Date {
  const byRule = new Date(suspectedAt.getTime() + holdHoursAt(rules, suspectedAt) * HOUR_MS)
  return heldUntil && heldUntil > byRule ? heldUntil : byRule
}
