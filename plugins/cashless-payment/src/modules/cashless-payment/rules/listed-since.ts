const DAY_MS = 24 * 60 * 60 * 1000
/** A transfer may reach the aggregator's list long after its own time; what is known already is passed over cheaply. */
const LOOK_BACK_MS = 2 * DAY_MS
/** Aggregators keep their lists for longer, but no list is asked for all of its past every minute. */
const LONGEST_LOOK_BACK_MS = 45 * DAY_MS

/**
 * From when on a list is read: from two days before the last time it was read whole, or, where it never was, before it was
 * first to be (`readAt`), so that what came while this house was shut, or its key was refused, is found however long that took. Aggregators themselves try a notice for hours only.
 */
export function listedSince(readAt: Date | null, now: Date): Date {
  const from = Math.min(now.getTime(), (readAt ?? now).getTime()) - LOOK_BACK_MS
  return new Date(Math.max(from, now.getTime() - LONGEST_LOOK_BACK_MS))
}
