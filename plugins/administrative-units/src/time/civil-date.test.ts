import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, addMonths, daysBetween, isCivilDate, todayInVietnam } from "./civil-date"

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

test("the date changes at midnight in Viet Nam, which is 17:00 UTC", () => {
  expect(todayInVietnam(new Date("2026-11-21T16:59:59Z"))).toBe("2026-11-21")
  expect(todayInVietnam(new Date("2026-11-21T17:00:00Z"))).toBe("2026-11-22")
})

test("36 months end on the corresponding day", () => {
  expect(addMonths("2020-01-10", 36)).toBe("2023-01-10")
  expect(addMonths("2024-02-29", 36)).toBe("2027-02-28")
  expect(addMonths("2025-12-31", 2)).toBe("2026-02-28")
  expect(addMonths("2026-03-15", -3)).toBe("2025-12-15")
})

test("only existing days are dates", () => {
  expect(isCivilDate("2028-02-29")).toBe(true)
  expect(isCivilDate("2026-02-29")).toBe(false)
  expect(isCivilDate("2026-13-01")).toBe(false)
  expect(isCivilDate("22/11/2026")).toBe(false)
})

test("adding days and counting them agree", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
      expect(isCivilDate(addDays(date, days))).toBe(true)
    }),
  )
})

test("adding months keeps the order of dates", () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 120 }), (a, b, months) => {
      if (a <= b) expect(addMonths(a, months) <= addMonths(b, months)).toBe(true)
    }),
  )
})
