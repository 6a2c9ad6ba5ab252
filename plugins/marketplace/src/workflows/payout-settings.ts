import { addDays } from "@cho-phien/administrative-units"

const DAY_MS = 86_400_000

export type PayoutSettings = { holdDays: number; undeliveredDays: number; minimumVnd: number; coolOffMs: number; watchMs: number }

/**
 * How long a sale is held before it is paid out (returns, disputes), after how many days on the road it counts as arrived
 * when nobody said so, the least a transfer is worth, and how long a
 * changed bank account waits, and how long payOS is asked whether what it paid has come back. In the sandbox nothing waits, so that a whole round can be seen at once.
 */
export function payoutSettings(env: NodeJS.ProcessEnv = process.env): PayoutSettings {
  const sandbox = env.SANDBOX === "true"
  return {
    holdDays: whole(env.PAYOUT_HOLD_DAYS, sandbox ? 0 : 7),
    undeliveredDays: whole(env.PAYOUT_UNDELIVERED_DAYS, sandbox ? 0 : 14),
    minimumVnd: whole(env.PAYOUT_MIN_VND, 10_000),
    coolOffMs: whole(env.PAYOUT_COOL_OFF_HOURS, sandbox ? 0 : 72) * (DAY_MS / 24),
    watchMs: whole(env.PAYOUT_WATCH_DAYS, 7) * DAY_MS,
  }
}

/** Held is what was paid for, or arrived, at this moment or later: the day it happened does not count. */
export function heldFrom(holdDays: number, today: string): Date {
  return new Date(`${addDays(today, 1 - holdDays)}T00:00:00+07:00`)
}

function whole(text: string | undefined, usual: number): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : usual
}
