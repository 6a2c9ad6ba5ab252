import { addDays, type CivilDate } from "@cho-phien/administrative-units"

/** A day that departs from Monday to Friday: a holiday, or a Saturday worked to make up for one. */
export type CalendarDay = { day: CivilDate; kind: "holiday" | "working_day" }

export type CountedDay = { day: CivilDate; /** a year was counted whose calendar isn't published */ provisional: boolean }

/**
 * The day `count` working days after `from`. The day itself isn't counted (Civil Code 2015 Article 147.2). Years the
 * calendar has no holiday of are counted with computed ones, and the answer says so.
 */
export function addWorkingDays(from: CivilDate, count: number, calendar: readonly CalendarDay[]): CountedDay {
  const published = new Map(calendar.map(({ day, kind }) => [day, kind]))
  const years = new Set(calendar.filter(({ kind }) => kind === "holiday").map(({ day }) => day.slice(0, 4)))
  const computed = new Map<string, Set<CivilDate>>()
  let day = from
  let provisional = false
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    const year = day.slice(0, 4)
    if (!years.has(year)) {
      provisional = true
      if (!computed.has(year)) computed.set(year, new Set(computedHolidays(Number(year))))
    }
    if (isWorkingDay(day, published, computed.get(year))) left -= 1
  }
  return { day, provisional }
}

function isWorkingDay(day: CivilDate, published: ReadonlyMap<CivilDate, CalendarDay["kind"]>, computed: ReadonlySet<CivilDate> | undefined): boolean {
  const kind = published.get(day)
  if (kind) return kind === "working_day"
  return !isWeekend(day) && !computed?.has(day)
}

export function isWeekend(day: CivilDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/**
 * The holidays a year will have by Article 112 of the Labour Code 2019 as far as they can be computed: which days go
 * round Tết and beside 2 September is announced year by year. A holiday on a weekend is made up on the next working
 * day (Article 111.3). Lunar days are those of ICU's Chinese calendar, which seldom differs from the Vietnamese one.
 */
export function computedHolidays(year: number): CivilDate[] {
  const newYear = lunarDay(year, 1, 1)
  const feast = newYear ? [-1, 0, 1, 2, 3].map((offset) => addDays(newYear, offset)) : []
  const kings = lunarDay(year, 3, 10)
  const named = [`${year}-01-01`, ...feast, ...(kings ? [kings] : []), `${year}-04-30`, `${year}-05-01`, `${year}-09-01`, `${year}-09-02`]
  const days = new Set(named)
  for (const holiday of [...days].filter(isWeekend).sort()) {
    let instead = addDays(holiday, 1)
    while (isWeekend(instead) || days.has(instead)) instead = addDays(instead, 1)
    days.add(instead)
  }
  return [...days].sort()
}

const LUNAR = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" })

/** The day of a (not leap) lunar month in the first half of a year; null where ICU has no such calendar. */
function lunarDay(year: number, month: number, dayOfMonth: number): CivilDate | null {
  for (let day = `${year}-01-15`; day < `${year}-06-15`; day = addDays(day, 1)) {
    const parts = LUNAR.formatToParts(new Date(`${day}T12:00:00Z`))
    const part = (type: string) => parts.find((p) => p.type === type)?.value
    if (part("month") === String(month) && part("day") === String(dayOfMonth)) return day
  }
  return null
}
