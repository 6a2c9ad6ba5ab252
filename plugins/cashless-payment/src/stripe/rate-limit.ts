/** Stripe's own limit for a live account is 100 operations a second; what is not used within a second is not saved up. */
export const REQUESTS_PER_SECOND = 100
const MOST_CALLERS = 10_000

type Bucket = { tokens: number; at: number }

/** A token bucket for each caller, in this process's memory: the limit is per server. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>()

  constructor(private readonly perSecond = REQUESTS_PER_SECOND) {}

  /** Takes one of the caller's tokens; false: there is none left at `nowMs`. */
  take(caller: string, nowMs: number): boolean {
    const bucket = this.buckets.get(caller) ?? { tokens: this.perSecond, at: nowMs }
    const refilled = Math.min(this.perSecond, bucket.tokens + (Math.max(0, nowMs - bucket.at) / 1000) * this.perSecond)
    const allowed = refilled >= 1
    this.buckets.delete(caller)
    this.buckets.set(caller, { tokens: allowed ? refilled - 1 : refilled, at: nowMs })
    // The first in a Map is the one longest not heard of: its bucket is full again anyhow.
    if (this.buckets.size > MOST_CALLERS) this.buckets.delete(this.buckets.keys().next().value!)
    return allowed
  }
}
