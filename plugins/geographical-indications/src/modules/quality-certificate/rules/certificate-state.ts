import { addDays, type CivilDate } from "@cho-phien/administrative-units"

export const CERTIFICATE_STATES = ["valid", "expiring", "expired", "revoked", "unchecked", "rejected"] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

export type CertificateFacts = {
  review: "waiting" | "confirmed" | "rejected"
  expires_on: CivilDate | null
  revoked_on: CivilDate | null
}

/** A certificate that ends within so many days is said to be expiring: time enough for a renewal audit. */
export const EXPIRING_DAYS = 60

/**
 * Where a certificate stands on a day. It holds up to and including `expires_on`. What nobody has looked at is unchecked,
 * whatever its dates say; a withdrawal and an end outrank everything else, because they need no second look.
 */
export function certificateState(facts: CertificateFacts, today: CivilDate): CertificateState {
  if (facts.review === "rejected") return "rejected"
  if (facts.revoked_on !== null && facts.revoked_on <= today) return "revoked"
  if (facts.expires_on !== null && facts.expires_on < today) return "expired"
  if (facts.review === "waiting") return "unchecked"
  return facts.expires_on !== null && facts.expires_on <= addDays(today, EXPIRING_DAYS) ? "expiring" : "valid"
}

/** Whether buyers are told that it holds: looked at, not withdrawn, not over. */
export function isChecked(facts: CertificateFacts, today: CivilDate): boolean {
  const state = certificateState(facts, today)
  return state === "valid" || state === "expiring"
}

/** Whether buyers are told that it held once. What nobody confirmed is never shown: a badge is a fact, not a claim. */
export function isLapsed(facts: CertificateFacts, today: CivilDate): boolean {
  const state = certificateState(facts, today)
  return facts.review === "confirmed" && (state === "expired" || state === "revoked")
}
