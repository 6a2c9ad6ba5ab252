/**
 * Facts are dated by when they began, and seen once their transaction is over; a fact of before the last look can still
 * appear. An hour is longer than any transaction and than clocks of two servers differ; once an hour a week is looked
 * through, because a look of every minute at all that a week brought grows with the fair.
 */
export const OVERLAP_MS = { minute: 3_600_000, hour: 7 * 86_400_000 }

/**
 * From when on the books have to be looked through: where they were whole the last time, less the overlap. Nothing drops
 * out by its age: after an outage of a month it is a month and a week, and the first time it is everything.
 */
export function sweepSince(wholeUntil: Date | null, every: keyof typeof OVERLAP_MS): Date {
  return wholeUntil ? new Date(Math.max(0, wholeUntil.getTime() - OVERLAP_MS[every])) : new Date(0)
}
