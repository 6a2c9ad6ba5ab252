import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { minimumIndex, rateSheets, type MinimumRule } from "./council-rating"
import { findFaults, scoreMember, type Choices } from "./member-score"
import { bandOf } from "./score-band"
import { acceptedIndices, readSheet, type SheetReading } from "./sheet-reading"
import { SHEETS, sheetNo } from "../../../../testing/seeded-sheets"

const BANDS = { min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30 }
const CAUTIOUS: MinimumRule = { minimum_members: "every_member", minimum_levels: "cumulative" }
const READINGS = SHEETS.map((sheet) => readSheet(sheet))
const tea = readSheet(sheetNo(11))

function best(reading: SheetReading): Record<string, number> {
  return Object.fromEntries(
    reading.criteria.map((c) => [c.no, c.options.reduce((a, b) => (b.points >= a.points ? b : a)).index]),
  )
}

function filledSheet(reading: SheetReading): fc.Arbitrary<Choices> {
  return fc.record(Object.fromEntries(reading.criteria.map((c) => [c.no, fc.constantFrom(...acceptedIndices(c))])))
}

/** Sheets near the top of the scale, where the minimums decide: mostly the best option. */
function goodSheet(reading: SheetReading): fc.Arbitrary<Choices> {
  const top = best(reading)
  return fc.record(
    Object.fromEntries(
      reading.criteria.map((c) => [c.no, fc.oneof({ weight: 12, arbitrary: fc.constant(top[c.no] ?? 0) }, { weight: 1, arbitrary: fc.constantFrom(...acceptedIndices(c)) })]),
    ),
  )
}

describe("one member", () => {
  test("the best of everything is what the sheet allows, and five stars, in all 26", () => {
    for (const [i, reading] of READINGS.entries()) {
      const score = scoreMember(reading, best(reading))
      expect(score.parts.map((part) => part.points), `sheet ${i + 1}`).toEqual([40, 25, 35])
      expect(score.missing).toEqual([])
      expect(rateSheets(reading, [best(reading)], BANDS, CAUTIOUS)).toMatchObject({ band: 5, star: 5, capped_by: [] })
    }
  })

  test("an empty sheet is nothing, with everything missing", () => {
    expect(scoreMember(tea, {})).toMatchObject({ total: 0, missing: tea.criteria.map((c) => c.no) })
    expect(rateSheets(tea, [{}], BANDS, CAUTIOUS)).toMatchObject({ band: 1, star: 1, capped_by: [] })
  })

  test("unknown criteria and options are refused, whatever they are called", () => {
    const accepted = new Map(tea.criteria.map((c) => [c.no, acceptedIndices(c)]))
    const number = fc.oneof(fc.constantFrom(...accepted.keys()), fc.constantFrom("__proto__", "constructor", "1", "A", ""), fc.string())
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double()))), (ticks) => {
        const choices = Object.fromEntries(ticks) as Choices
        const wrong = Object.entries(choices).filter(([no, index]) => !accepted.get(no)?.includes(index))
        expect(findFaults(tea, choices).map((fault) => fault.criterion)).toEqual(wrong.map(([no]) => no))
        if (wrong.length > 0) expect(() => scoreMember(tea, choices)).toThrow(RangeError)
        else expect(scoreMember(tea, choices).total).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe("minimum options", () => {
  test("92 points without a 5★ minimum are four stars, and the criterion is named", () => {
    // 4.1: the option with modern trade and e-commerce is the minimum for five stars.
    const choices = { ...best(tea), "4.1": 3 }
    expect(rateSheets(tea, [choices], BANDS, CAUTIOUS)).toMatchObject({
      average_text: "98.00",
      band: 5,
      star: 4,
      capped_by: [{ criterion: "4.1", star: 5, needs_option: 4, members_below: 1 }],
    })
  })

  test("a missed 3★ minimum costs every star under the cautious reading, none above it under the other", () => {
    const choices = { ...best(tea), "2.3": 0 }
    expect(rateSheets(tea, [choices], BANDS, CAUTIOUS)).toMatchObject({ band: 5, star: 2, capped_by: [{ criterion: "2.3", star: 3, needs_option: 1 }] })
    const own = { ...CAUTIOUS, minimum_levels: "own_level" as const }
    expect(rateSheets(tea, [choices], BANDS, own).star).toBeGreaterThanOrEqual(4)
  })

  test("one member below caps the council under the cautious reading, the majority does under the other", () => {
    const low = { ...best(tea), "4.1": 3 }
    const sheets = (below: number) => Array.from({ length: 9 }, (_, i) => (i < below ? low : best(tea)))
    const majority = { ...CAUTIOUS, minimum_members: "majority" as const }
    expect(rateSheets(tea, sheets(1), BANDS, CAUTIOUS)).toMatchObject({ star: 4, capped_by: [{ criterion: "4.1", members_below: 1 }] })
    expect(rateSheets(tea, sheets(4), BANDS, majority)).toMatchObject({ star: 5, capped_by: [] })
    expect(rateSheets(tea, sheets(5), BANDS, majority)).toMatchObject({ star: 4, capped_by: [{ members_below: 5 }] })
    // A half is not more than a half.
    expect(rateSheets(tea, [low, best(tea)], BANDS, majority).star).toBe(4)
  })

  test("doubtful marks bind: sheet 1 needs the most distinctive product for five stars, sheet 10 a trade mark for four", () => {
    const one = readSheet(sheetNo(1))
    expect(rateSheets(one, [{ ...best(one), "8": 3 }], BANDS, CAUTIOUS)).toMatchObject({ star: 4, capped_by: [{ criterion: "8", star: 5 }] })
    const ten = readSheet(sheetNo(10))
    expect(rateSheets(ten, [{ ...best(ten), "3.5": 1 }], BANDS, CAUTIOUS)).toMatchObject({ star: 3, capped_by: [{ criterion: "3.5", star: 4 }] })
  })
})

test("in all 26 sheets: the star is the highest whose minimums every member reaches, and the caps explain the rest", () => {
  for (const reading of READINGS) {
    const council = fc.array(fc.oneof({ weight: 3, arbitrary: goodSheet(reading) }, { weight: 1, arbitrary: filledSheet(reading) }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(council, (sheets) => {
        const { average, band, star, capped_by } = rateSheets(reading, sheets, BANDS, CAUTIOUS)
        expect(band).toBe(bandOf(average, BANDS))
        const met = ([3, 4, 5] as const).filter((level) =>
          reading.criteria.every((c) => sheets.every((sheet) => (sheet[c.no] ?? 0) >= (minimumIndex(c, level, "cumulative") ?? 0))),
        )
        expect(star).toBe(Math.min(band, Math.max(2, ...met)))
        expect(capped_by.length > 0).toBe(star < band)
        for (const cap of capped_by) {
          expect(cap.star).toBeGreaterThan(star)
          expect(cap.star).toBeLessThanOrEqual(band)
          expect(sheets.filter((sheet) => (sheet[cap.criterion] ?? 0) < cap.needs_option)).toHaveLength(cap.members_below)
        }
      }),
      { numRuns: 40 },
    )
  }
})

test("the other readings never give fewer stars than the cautious one", () => {
  const council = fc.array(goodSheet(tea), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(council, (sheets) => {
      const cautious = rateSheets(tea, sheets, BANDS, CAUTIOUS).star
      for (const minimum_members of ["every_member", "majority"] as const) {
        for (const minimum_levels of ["cumulative", "own_level"] as const) {
          expect(rateSheets(tea, sheets, BANDS, { minimum_members, minimum_levels }).star).toBeGreaterThanOrEqual(cautious)
        }
      }
    }),
  )
})

test("a star granted while doubts are open stands whichever way a human settles them", () => {
  for (const sheet of SHEETS.filter((s) => s.irregularities.some((i) => i.status === "proposed"))) {
    const open = readSheet(sheet)
    const settled = (["confirmed", "rejected"] as const).map((status) => {
      const irregularities = sheet.irregularities.map((i) => (i.status === "proposed" ? { ...i, status } : i))
      return readSheet({ parts: sheet.parts, irregularities })
    })
    fc.assert(
      fc.property(fc.oneof(goodSheet(open), filledSheet(open)), (choices) => {
        const { star } = rateSheets(open, [choices], BANDS, CAUTIOUS)
        for (const reading of settled) expect(rateSheets(reading, [choices], BANDS, CAUTIOUS).star).toBeGreaterThanOrEqual(star)
      }),
      { numRuns: 60 },
    )
  }
})
