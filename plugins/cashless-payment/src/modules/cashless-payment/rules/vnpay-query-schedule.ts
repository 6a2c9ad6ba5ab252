const SECOND_MS = 1_000
const LONGEST_PAUSE_SECONDS = 900
/** Once the money can no longer count, only a lost payment is looked for, so that it can be given back. */
const SLOW_PAUSE_SECONDS = 3_600

/**
 * How long after an attempt's end its intent waits for VNPay at the most. Longer than this, stock is not held for a
 * gateway that cannot be reached; if the money did come, it is given back when VNPay answers again.
 */
export const LONGEST_WAIT_SECONDS = 30 * 60
/** After this, and so many questions, nobody asks any more; VNPay's own books have been settled long since. */
const GIVE_UP_SECONDS = 7 * 24 * 3_600
const GIVE_UP_QUERIES = 24
/** A question put this late ends a time in which nobody could ask: the terminal was in no setting, or the house was shut. */
const LAPSE_SECONDS = 24 * 3_600

const after = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * SECOND_MS)

/** When VNPay is first asked about an attempt whose buyer never came back. */
export function firstQueryAt(startedAt: Date, queryAfterSeconds: number): Date {
  return after(startedAt, queryAfterSeconds * 2.5)
}

export function queryAfterReturn(returnedAt: Date, queryAfterSeconds: number): Date {
  return after(returnedAt, queryAfterSeconds)
}

/** The questions of an attempt with the one that is put now. Those before a time without any say nothing of how VNPay answers since. */
export function countQueries(before: number, dueAt: Date, now: Date): number {
  return now >= after(dueAt, LAPSE_SECONDS) ? 1 : before + 1
}

type Asked = { now: Date; expiresAt: Date; queries: number; queryAfterSeconds: number; graceSeconds: number }

/**
 * When to ask again after `queries` questions: twice as long each time, at most 15 minutes, but surely at the moment
 * when the intent could expire, so that it never does on old news.
 */
export function nextQueryAt({ now, expiresAt, queries, queryAfterSeconds, graceSeconds }: Asked): Date {
  if (now >= after(expiresAt, LONGEST_WAIT_SECONDS)) return after(now, SLOW_PAUSE_SECONDS)
  const pause = Math.min(LONGEST_PAUSE_SECONDS, queryAfterSeconds * 2 ** Math.min(Math.max(queries - 1, 0), 12))
  const next = after(now, pause)
  const mayExpire = after(expiresAt, graceSeconds)
  return now < mayExpire && next > mayExpire ? mayExpire : next
}

export type Silence = { status: "open" | "pending" | "suspected"; heard: "not_paid" | "unknown"; now: Date; expiresAt: Date; queries: number; graceSeconds: number }

/**
 * What no news means. `over`: the attempt is finished unpaid. `release`: its intent no longer waits for it, but VNPay is
 * still asked, hourly for a week. A question counts whether or not it was answered: where VNPay was out of reach or the
 * secret mistyped all that time, the first silence after the week ends it as well (and the log says so). Only a day
 * without any question starts the count anew. A suspected payment is VNPay's and the operator's to decide and never lapses
 * by silence.
 */
export function afterSilence({ status, heard, now, expiresAt, queries, graceSeconds }: Silence): "wait" | "release" | "over" {
  if (status === "suspected") return "wait"
  if (now >= after(expiresAt, GIVE_UP_SECONDS) && queries >= GIVE_UP_QUERIES) return "over"
  // An open attempt that VNPay knows nothing of cannot be begun after its window; one that VNPay reported as unfinished
  // gets the longest wait.
  if (heard === "not_paid" && now >= after(expiresAt, status === "open" ? graceSeconds : LONGEST_WAIT_SECONDS)) return "over"
  return now >= after(expiresAt, LONGEST_WAIT_SECONDS) ? "release" : "wait"
}
