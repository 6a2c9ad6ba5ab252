import { addDays, daysBetween } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { seedRows } from "../../../../testing/seeded-sheets"
import { dueDate, endOfRound, standing, type DossierTerms } from "./deadlines"
import { DOSSIER_KINDS, DOSSIER_STATES, EDITABLE_STATES, FINAL_STATES } from "./dossier-types"
import { renewalWindow } from "./renewal-window"
import { addWorkingDays, computedHolidays, isWeekend, type CalendarDay } from "./working-days"

const CALENDAR = seedRows("ocop_calendar_days.csv").map(({ day, kind }) => ({ day, kind })) as CalendarDay[]
const TERMS: DossierTerms = {
  commune_working_days: 15,
  re_rating_days: 45,
  province_rounds: [{ received_before: "04-30", decided_before: "06-30" }, { received_before: "10-30", decided_before: "12-30" }],
  ministry_rounds: [{ received_before: "01-30", decided_before: "03-30" }, { received_before: "07-30", decided_before: "09-30" }],
}
const day = fc.integer({ min: 0, max: 2_000 }).map((offset) => addDays("2025-06-01", offset))

describe("working days", () => {
  test("fifteen of them over an ordinary month, counted by hand", () => {
    // Thursday 1 October 2026; the first counted day is Friday the 2nd.
    expect(addWorkingDays("2026-10-01", 15, CALENDAR)).toEqual({ day: "2026-10-22", provisional: false })
    expect(addWorkingDays("2026-10-03", 1, CALENDAR).day).toBe("2026-10-05")
  })

  test("over Tết, over the first of May, and over a Saturday that is worked", () => {
    // 12/02 + Fri 13 = 1; off from the 14th to the 22nd; 14 more from the 23rd end on 12 March.
    expect(addWorkingDays("2026-02-12", 15, CALENDAR).day).toBe("2026-03-12")
    // Friday 24 April: Monday the 27th is off, 28, 29 count, 30 April and 1 May are off.
    expect(addWorkingDays("2026-04-24", 3, CALENDAR).day).toBe("2026-05-04")
    // Friday 21 August: Saturday the 22nd is worked.
    expect(addWorkingDays("2026-08-21", 1, CALENDAR).day).toBe("2026-08-22")
    expect(addWorkingDays("2026-08-28", 1, CALENDAR).day).toBe("2026-09-03")
  })

  test("a year without a published calendar is counted, and said to be provisional", () => {
    const december = addWorkingDays("2026-12-28", 5, CALENDAR)
    // 29, 30, 31 December; 1 January 2027 is off, a Friday; 4 and 5 January.
    expect(december).toEqual({ day: "2027-01-05", provisional: true })
  })

  test("the computed holidays hold the days the Labour Code names", () => {
    expect(computedHolidays(2026)).toEqual(expect.arrayContaining(["2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02"]))
    // 1 January 2028 is a Saturday: Monday the 3rd is off instead.
    expect(computedHolidays(2028)).toContain("2028-01-03")
  })

  test("a counted day is a working day, later for more days, and never a day earlier than counted", () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const end = addWorkingDays(from, count, CALENDAR).day
      const worked = CALENDAR.find((d) => d.day === end)?.kind === "working_day"
      expect(worked || !isWeekend(end)).toBe(true)
      expect(CALENDAR.find((d) => d.day === end)?.kind).not.toBe("holiday")
      expect(daysBetween(from, end)).toBeGreaterThanOrEqual(count)
      expect(addWorkingDays(from, count + 1, CALENDAR).day > end).toBe(true)
    }))
  })
})

describe("rounds", () => {
  test.each([
    ["2026-04-29", "2026-06-29"],
    ["2026-04-30", "2026-12-29"],
    ["2026-10-29", "2026-12-29"],
    ["2026-10-30", "2027-06-29"],
    ["2026-12-31", "2027-06-29"],
  ])("the province has a dossier of %s until %s", (received, end) => {
    expect(endOfRound(received, TERMS.province_rounds)).toBe(end)
  })
  test.each([
    ["2026-01-29", "2026-03-29"],
    ["2026-01-30", "2026-09-29"],
    ["2026-07-29", "2026-09-29"],
    ["2026-07-30", "2027-03-29"],
  ])("the ministry has a dossier of %s until %s", (received, end) => {
    expect(endOfRound(received, TERMS.ministry_rounds)).toBe(end)
  })
  test("a round always ends after the dossier came, within fourteen months", () => {
    fc.assert(fc.property(day, (received) => {
      const left = daysBetween(received, endOfRound(received, TERMS.province_rounds))
      expect(left).toBeGreaterThan(50)
      expect(left).toBeLessThan(430)
    }))
  })
})

describe("due dates", () => {
  test("nobody's clock runs while the producer has the dossier, or after its end", () => {
    for (const state of [...EDITABLE_STATES, ...FINAL_STATES]) for (const kind of DOSSIER_KINDS) {
      expect(dueDate({ state, kind, clock_on: "2026-10-01" }, TERMS, CALENDAR)).toBeNull()
    }
  })
  test("in every other state somebody's does", () => {
    for (const state of DOSSIER_STATES.filter((s) => !EDITABLE_STATES.includes(s) && !FINAL_STATES.includes(s))) {
      for (const kind of DOSSIER_KINDS) expect(dueDate({ state, kind, clock_on: "2026-10-01" }, TERMS, CALENDAR)?.due_on).toMatch(/^20/)
      expect(dueDate({ state, kind: "first", clock_on: null }, TERMS, CALENDAR)).toBeNull()
    }
  })
  test("the commune has fifteen working days, a re-rating forty-five days, the rest its round", () => {
    expect(dueDate({ state: "submitted", kind: "re_rating", clock_on: "2026-10-01" }, TERMS, CALENDAR)).toEqual({ due_on: "2026-10-22", basis: "commune_15_working_days", provisional: false })
    expect(dueDate({ state: "at_province", kind: "re_rating", clock_on: "2026-10-01" }, TERMS, CALENDAR)).toEqual({ due_on: "2026-11-15", basis: "re_rating_45_days", provisional: false })
    expect(dueDate({ state: "at_council", kind: "first", clock_on: "2026-10-01" }, TERMS, CALENDAR)).toEqual({ due_on: "2026-12-29", basis: "province_round", provisional: false })
    expect(dueDate({ state: "at_ministry", kind: "upgrade", clock_on: "2026-10-01" }, TERMS, CALENDAR)).toEqual({ due_on: "2027-03-29", basis: "ministry_round", provisional: false })
  })
  test("overdue from the day after", () => {
    expect(standing("2026-11-22", "2026-11-22")).toEqual({ overdue: false, days_left: 0 })
    expect(standing("2026-11-22", "2026-11-23")).toEqual({ overdue: true, days_left: -1 })
  })
})

describe("the window of a re-rating", () => {
  const terms = { renewal_opens_days: 180, renewal_closes_days: 120, prolongation_max_days: 180 }
  test.each([
    ["2026-12-31", "early"],
    ["2027-01-01", "open"],
    ["2027-03-02", "open"],
    ["2027-03-03", "late"],
    ["2027-06-30", "late"],
    ["2027-07-01", "expired"],
  ])("on %s it is %s for a certificate that ends on 30/06/2027", (today, status) => {
    const window = renewalWindow("2027-06-30", terms, today)
    expect(window).toMatchObject({ status, opens_on: "2027-01-01", closes_on: "2027-03-02", prolonged_until_at_most: "2027-12-27" })
  })
  test("a law that knows no window gives none", () => {
    expect(renewalWindow("2027-06-30", { ...terms, renewal_closes_days: null }, "2027-01-01")).toBeNull()
  })
})
