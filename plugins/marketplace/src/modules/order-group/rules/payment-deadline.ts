type Rail = "vietqr" | "vnpay" | "cod"

export type DeadlineFacts = {
  /** When the order was placed, or the shop last took lines out of it. */
  since: Date
  /** The rails it was on since then, the present one among them. */
  used: Rail[]
  to: Rail
  now: Date
  windowMs: (rail: Rail) => number
}

/** Below this a change of rail is of no use to anybody: VNPay's page alone takes as long. */
export const SHORTEST_TIME_MS = 5 * 60_000

/**
 * Until when an order that changes its rail may be paid. Every rail has its window once: all changes together hold stock
 * no longer than the windows of the rails that were used, counted from the order. A rail that is new to the order always
 * has its whole window; back to an earlier one there is what is left.
 */
export function deadlineOf({ since, used, to, now, windowMs }: DeadlineFacts): Date {
  const budget = [...new Set([...used, to])].reduce((sum, rail) => sum + windowMs(rail), 0)
  return new Date(Math.min(now.getTime() + windowMs(to), since.getTime() + budget))
}
