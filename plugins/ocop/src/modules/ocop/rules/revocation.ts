import { addDays, daysBetween, type CivilDate } from "@cho-phien/administrative-units"

/** The six grounds on which a certificate is withdrawn, points a to e of Article 8.1 of Decision 26/2026/QĐ-TTg, in their order. */
export const REVOCATION_GROUNDS = ["forged_dossier", "criteria_not_met", "law_violated", "mark_misused", "production_stopped", "other"] as const
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number]

/** Article 8.4. The article says days, not working days. */
export const REVOCATION_DAYS = 15

export type RevocationTiming = { due_on: CivilDate; late_by_days: number }

/**
 * By when a certificate had to be withdrawn, counted from the authority's conclusion or the commune's confirmation,
 * and how late the withdrawal was (0: in time). Late ones are said, not refused: a late withdrawal still is one.
 */
export function revocationTiming(concludedOn: CivilDate, revokedOn: CivilDate): RevocationTiming {
  const due_on = addDays(concludedOn, REVOCATION_DAYS)
  return { due_on, late_by_days: Math.max(0, daysBetween(due_on, revokedOn)) }
}
