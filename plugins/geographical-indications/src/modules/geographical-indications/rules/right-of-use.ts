import type { CivilDate } from "@cho-phien/administrative-units"

/** What the rules need to know of a right of use. */
export type RightOfUseFacts = { issued_on: CivilDate; expires_on: CivilDate | null; revoked_on: CivilDate | null }

export const RIGHT_OF_USE_STATUSES = ["not_yet", "valid", "expired", "revoked"] as const
export type RightOfUseStatus = (typeof RIGHT_OF_USE_STATUSES)[number]

/** Where a right of use stands on a day. It holds up to and including `expires_on`; a withdrawal counts from its day. */
export function rightOfUseStatus(right: RightOfUseFacts, today: CivilDate): RightOfUseStatus {
  if (right.revoked_on !== null && right.revoked_on <= today) return "revoked"
  if (today < right.issued_on) return "not_yet"
  return right.expires_on === null || today <= right.expires_on ? "valid" : "expired"
}

export function isRightInForce(right: RightOfUseFacts, today: CivilDate): boolean {
  return rightOfUseStatus(right, today) === "valid"
}

/** A mark is protected to the end of its ten years; then nothing given under it holds. An indication has no end. */
export function isProtected(sign: { protected_until: CivilDate | null }, today: CivilDate): boolean {
  return sign.protected_until === null || today <= sign.protected_until
}
