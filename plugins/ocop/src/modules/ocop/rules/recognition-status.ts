import type { CivilDate } from "@cho-phien/administrative-units"

export type Stars = 3 | 4 | 5

export type RecognitionStatus = "valid" | "expiring" | "prolonged" | "expired" | "revoked"

/** What the rules need to know of a recognition. */
export type RecognitionFacts = {
  star: number
  issued_on: CivilDate
  /** The last day it holds. */
  expires_on: CivilDate
  renewal_opens_on?: CivilDate | null
  prolonged_until?: CivilDate | null
  revoked_on?: CivilDate | null
}

/**
 * Where a recognition stands on a day. It holds up to and including `expires_on`; within the months of renewal it is
 * `expiring`, afterwards `prolonged` where the authority prolonged it, and from the day of a withdrawal `revoked`.
 */
export function recognitionStatus(recognition: RecognitionFacts, today: CivilDate): RecognitionStatus {
  if (recognition.revoked_on && recognition.revoked_on <= today) return "revoked"
  if (today <= recognition.expires_on) {
    return recognition.renewal_opens_on && recognition.renewal_opens_on <= today ? "expiring" : "valid"
  }
  return recognition.prolonged_until && today <= recognition.prolonged_until ? "prolonged" : "expired"
}

/** Whether a recognition gives its product stars on a day. */
export function isInForce(recognition: RecognitionFacts, today: CivilDate): boolean {
  if (recognition.issued_on > today) return false
  const status = recognitionStatus(recognition, today)
  return status === "valid" || status === "expiring" || status === "prolonged"
}

/**
 * The recognition that speaks for a product on a day: the one issued last, whether or not it still holds.
 * A later decision replaces an earlier one, so a withdrawn 4★ does not leave an older 3★ standing.
 */
export function latestRecognition<R extends RecognitionFacts>(recognitions: readonly R[], today: CivilDate): R | null {
  let latest: R | null = null
  for (const recognition of recognitions) {
    if (recognition.issued_on > today) continue
    if (latest === null || compare(recognition, latest) > 0) latest = recognition
  }
  return latest
}

/** The stars a product may carry on a day; null for none. Never what anybody typed. */
export function currentStars(recognitions: readonly RecognitionFacts[], today: CivilDate): Stars | null {
  const latest = latestRecognition(recognitions, today)
  return latest && isInForce(latest, today) ? (latest.star as Stars) : null
}

/**
 * By day of issue. Of one day: the one withdrawn first steps back, then the one that ends first, then the higher star
 * (the cautious reading). Every fact a status is read from takes part, so rows that tie say the same.
 */
function compare(a: RecognitionFacts, b: RecognitionFacts): number {
  return (
    byDay(a.issued_on, b.issued_on) ||
    byDay(a.revoked_on ?? NEVER, b.revoked_on ?? NEVER) ||
    byDay(a.expires_on, b.expires_on) ||
    byDay(a.prolonged_until ?? a.expires_on, b.prolonged_until ?? b.expires_on) ||
    b.star - a.star ||
    byDay(a.renewal_opens_on ?? NEVER, b.renewal_opens_on ?? NEVER)
  )
}

/** After every day there is. */
const NEVER: CivilDate = "9999-12-31"

/** Civil days sort as text. */
function byDay(a: CivilDate, b: CivilDate): number {
  return a === b ? 0 : a < b ? -1 : 1
}
