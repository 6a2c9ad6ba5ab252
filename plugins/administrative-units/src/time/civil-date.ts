/**
 * Dates of law and of certificates are civil dates in Viet Nam (UTC+7, no summer time), written `YYYY-MM-DD`.
 * Text of this form compares and sorts like the dates it stands for.
 */
export type CivilDate = string

const IN_VIETNAM = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

const MS_PER_DAY = 86_400_000

/** The date on the wall in Viet Nam at an instant. */
export function todayInVietnam(now: Date = new Date()): CivilDate {
  return IN_VIETNAM.format(now)
}

/** True for an existing day written YYYY-MM-DD: 2026-02-29 is not one. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(toInstant(date) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((toInstant(to) - toInstant(from)) / MS_PER_DAY)
}

/** The corresponding day after so many months; the last day of the month where there is none (Civil Code 91/2015, Article 148). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate()
  return new Date(Date.UTC(targetYear, targetMonth, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

function toInstant(date: CivilDate): number {
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(instant)) throw new RangeError(`Not a civil date: ${date}`)
  return instant
}
