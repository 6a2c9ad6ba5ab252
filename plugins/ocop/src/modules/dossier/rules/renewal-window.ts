import { addDays, type CivilDate } from "@cho-phien/administrative-units"

/**
 * - `early`: not yet (no earlier than 180 days before the end) · `open` · `late`: the certificate still holds, but the
 *   120 days have begun · `expired`
 *
 * Late is not lost: the certificate goes on until the result, at most 180 days beyond its end (Article 12.3).
 */
export type WindowStatus = "early" | "open" | "late" | "expired"

export type RenewalWindow = {
  status: WindowStatus
  opens_on: CivilDate
  /** The last day in time. */
  closes_on: CivilDate
  expires_on: CivilDate
  prolonged_until_at_most: CivilDate
}

export type WindowTerms = { renewal_opens_days: number | null; renewal_closes_days: number | null; prolongation_max_days: number | null }

/** When a dossier for re-rating is handed in (26/2026/QĐ-TTg Article 7.6.a). Null where the law knows no window. */
export function renewalWindow(expiresOn: CivilDate, terms: WindowTerms, today: CivilDate): RenewalWindow | null {
  if (terms.renewal_opens_days === null || terms.renewal_closes_days === null) return null
  const opens_on = addDays(expiresOn, -terms.renewal_opens_days)
  const closes_on = addDays(expiresOn, -terms.renewal_closes_days)
  const status = today < opens_on ? "early" : today <= closes_on ? "open" : today <= expiresOn ? "late" : "expired"
  return { status, opens_on, closes_on, expires_on: expiresOn, prolonged_until_at_most: addDays(expiresOn, terms.prolongation_max_days ?? 0) }
}
