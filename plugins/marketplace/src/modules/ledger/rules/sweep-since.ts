/**
 * Facts are dated by when they began, and seen once their transaction is over; a fact of a week that was looked at
 * already can still appear. Far longer than any transaction.
 */
export const OVERLAP_MS = 7 * 86_400_000

/**
 * From when on the books have to be looked through: where they were whole the last time, less the overlap. Nothing drops
 * out by its age: after an outage of a month it is a month and a week, and the first time it is everything.
 */
export function sweepSince(wholeUntil: Date | null): Date {
  return wholeUntil ? new Date(Math.max(0, wholeUntil.getTime() - OVERLAP_MS)) : new Date(0)
}
