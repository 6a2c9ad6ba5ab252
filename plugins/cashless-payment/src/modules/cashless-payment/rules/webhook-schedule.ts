const SECOND_MS = 1_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** As long as Stripe tries in live mode. */
const GIVE_UP_AFTER_MS = 3 * DAY_MS
const FIRST_DELAY_MS = 10 * SECOND_MS
const LONGEST_DELAY_MS = 6 * HOUR_MS
/** An endpoint that answered nothing right for so long is switched off. */
const DISABLE_AFTER_MS = 5 * DAY_MS

/**
 * When a delivery that failed `attempts` times is tried again: after 10 s, 30 s, 90 s, 4.5 min … at most every six hours;
 * null when three days have passed since the event.
 */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | null {
  const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 3 ** Math.min(attempts - 1, 12))
  const next = new Date(now.getTime() + delayMs)
  return next.getTime() - createdAt.getTime() > GIVE_UP_AFTER_MS ? null : next
}

export function isBeyondHope(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS
}

/** Signing with the secret that is being replaced goes on for so long by default; Stripe allows at most 24 hours. */
export const ROTATION_HOURS = 24
