import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sheetNo } from "../../../../testing/seeded-sheets"
import { rateSheets } from "./council-rating"
import { compareSheets } from "./sheet-comparison"
import { acceptedIndices, readSheet } from "./sheet-reading"

describe("comparison", () => {
  const reading = readSheet(sheetNo(11))
  const bands = { min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30 }
  const rule = { minimum_members: "every_member", minimum_levels: "cumulative" } as const
  const ticks = fc.record(Object.fromEntries(reading.criteria.map((criterion) => [criterion.no, fc.constantFrom(...acceptedIndices(criterion))])))

  test("agrees with the rating, and its columns add up to the totals", () => {
    fc.assert(fc.property(fc.array(ticks, { minLength: 1, maxLength: 7 }), (sheets) => {
      const compared = compareSheets(reading, sheets.map((options) => ({ options, comments: {} })), {}, bands, rule)
      expect(compared.rating).toEqual(rateSheets(reading, sheets, bands, rule))
      compared.totals.forEach((total, column) => expect(compared.criteria.reduce((sum, c) => sum + (c.points[column] ?? 0), 0)).toBe(total))
      for (const criterion of compared.criteria) {
        expect(criterion.spread).toBeGreaterThanOrEqual(0)
        expect(criterion.spread).toBeLessThanOrEqual(criterion.max)
        expect(criterion.caps !== null).toBe(compared.rating?.capped_by.some((cap) => cap.criterion === criterion.no))
        expect(criterion.self).toBeNull()
      }
    }), { numRuns: 60 })
  })
  test("without sheets there is no rating", () => {
    expect(compareSheets(reading, [], {}, bands, rule)).toMatchObject({ totals: [], rating: null })
  })
})
