import type { QualityBadge } from "@cho-phien/geographical-indications"
import type { OcopBadge } from "@cho-phien/ocop"

/** A date as a number that sorts like it, for engines that compare numbers only: "2027-01-31" → 20270131. */
export function dateNumber(date: string): number {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-")
  const digits = year + month + day
  if (!/^\d{8}$/.test(digits)) throw new Error(`"${date}" is not a date like 2027-01-31`)
  return Number(digits)
}

/** Beyond any certificate: for those whose end is a decision and not a date in the badge. */
const farDay = "9999-12-31"

/**
 * The last day on which a badge that has stars keeps them without a further word of the register.
 * A prolonged certificate is past its `expires_on` already; the register announces
 * its end (ocop.recognition.changed), and the document is written anew.
 */
export function lastDayOfStars({ status, expires_on }: Pick<OcopBadge, "expires_on" | "status">): string {
  return status === "prolonged" ? farDay : expires_on
}

/**
 * The badge as it may be shown on this day. A document is written when something happens,
 * but a certificate runs out by itself at midnight: from then on it has no stars,
 * whatever the index still holds.
 */
export function currentBadge(badge: OcopBadge | null, today: string): OcopBadge | null {
  if (!badge || badge.stars === null) return badge
  if (dateNumber(lastDayOfStars(badge)) >= dateNumber(today)) return badge
  return { ...badge, stars: null, status: "expired" }
}

/** The quality marks a card may carry on this day: one that has ended since the card was written is left out. */
export function currentMarks(badges: QualityBadge[], today: string): QualityBadge[] {
  return badges.filter((badge) => badge.mark_rank !== null && (badge.expires_on === null || dateNumber(badge.expires_on) >= dateNumber(today)))
}
