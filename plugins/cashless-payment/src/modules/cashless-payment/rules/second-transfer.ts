/** Who told of a transfer (an aggregator, through the house or a payee's connection), under which id, and when it was booked. */
export type ToldAs = { provider: string; channel: string; id: string; bookedAt: Date }

/**
 * Aggregators take the time of one transfer from different places: the bank's message, its statement, which may know the
 * day alone, or the working day after a weekend.
 */
const CLOCKS_DIFFER_MS = 3 * 86_400_000
/** Over Tết, when the banks rest for up to nine days, the working day of one that says no hour is further off. */
const ACCOUNTING_DAY_DIFFERS_MS = 10 * 86_400_000
/** One aggregator says one time, in its webhook and in its list. */
const ONE_CLOCK_DIFFERS_MS = 60_000

/**
 * Whether two tellings with one key (rules/transfer-key), whose memos do not tell them apart, cannot be taken for one
 * transfer told twice. SePay's and Casso's documents call `id` the transaction's own, in the webhook and in the list, so
 * the same teller's two ids are two transactions. What is no proof: the memo, which each aggregator writes in its own
 * way, and the balance after, which some do not know.
 */
export function toldOfTwo(one: ToldAs, other: ToldAs): boolean {
  const apartMs = Math.abs(one.bookedAt.getTime() - other.bookedAt.getTime())
  if (one.provider !== other.provider || one.channel !== other.channel) return apartMs > clocksDiffer(one.bookedAt, other.bookedAt)
  if (one.id === other.id) return false
  return ofOneKind(one.id, other.id) || apartMs > ONE_CLOCK_DIFFERS_MS
}

/** SePay's newer list calls by a UUID what its webhook calls by a number: two such ids say nothing about each other. */
const ofOneKind = (one: string, other: string): boolean => /^\d+$/.test(one) === /^\d+$/.test(other)

/** A payee can't have said to have money that the bank booked days later. */
export const bookedAfterSaid = (bookedAt: Date, saidAt: Date): boolean => bookedAt.getTime() - saidAt.getTime() > clocksDiffer(bookedAt)

/** A day without an hour is read as its midnight in Vietnam (UTC+7). */
const isDayAlone = (time: Date): boolean => (time.getTime() + 7 * 3_600_000) % 86_400_000 === 0
const clocksDiffer = (...times: Date[]): number => (times.some(isDayAlone) ? ACCOUNTING_DAY_DIFFERS_MS : CLOCKS_DIFFER_MS)

/** Of the rows that a telling may be of, the one at that bank, and then the one whose time is nearest. */
export function nearest<T extends { bin: string | null; bookedAt: Date }>(rows: readonly T[], told: { bin: string | null; bookedAt: Date }): T | null {
  const far = (row: T) => Math.abs(row.bookedAt.getTime() - told.bookedAt.getTime())
  return [...rows].sort((a, b) => Number(b.bin === told.bin) - Number(a.bin === told.bin) || far(a) - far(b))[0] ?? null
}
