const MINUTE_MS = 60_000

/** VNPay's own payment window; its demos and portal use 15 minutes. */
const VNPAY_WINDOW_MS = 15 * MINUTE_MS
/** Below this VNPay's page can hardly be used; a later attempt is refused rather than opened. */
const SHORTEST_WINDOW_MS = MINUTE_MS

/**
 * How long after `expires_at` an open intent still takes money before it is canceled. A transfer the buyer made
 * in time reaches us seconds to minutes later, an IPN after VNPay's first retry 5 minutes later.
 */
export const DEFAULT_GRACE_SECONDS = 6 * 60

export function cancelAfter(expiresAt: Date, graceSeconds: number): Date {
  return new Date(expiresAt.getTime() + graceSeconds * 1000)
}

/** When an attempt opened now must end: VNPay's window, but never past the intent; null when there is no time left. */
export function attemptExpiry(now: Date, intentExpiresAt: Date): Date | null {
  const end = Math.min(now.getTime() + VNPAY_WINDOW_MS, intentExpiresAt.getTime())
  return end - now.getTime() < SHORTEST_WINDOW_MS ? null : new Date(end)
}

/** Seconds until an event that nobody acknowledged is emitted again: 15, 30, 60 … at most one hour. */
export function redeliveryDelaySeconds(emissions: number): number {
  return Math.min(3600, 15 * 2 ** Math.min(emissions - 1, 10))
}
