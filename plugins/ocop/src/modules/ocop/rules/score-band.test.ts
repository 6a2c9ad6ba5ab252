import fc from "fast-check"
import { expect, test } from "vitest"
import { averageOf, averageText, bandOf, type ScoreBands } from "./score-band"
import { seedRows } from "../../../../testing/seeded-sheets"

const law = seedRows("ocop_legal_versions.csv").find((row) => row.version === "QD26-2026")
const bands: ScoreBands = {
  min_score_5: Number(law?.min_score_5),
  min_score_4: Number(law?.min_score_4),
  min_score_3: Number(law?.min_score_3),
  min_score_2: Number(law?.min_score_2),
}
const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 300 })

test("the bands are half-open: 89.995 is four stars and is not shown as 90", () => {
  const band = (points: number, members: number) => bandOf({ points, members }, bands)
  expect([100, 90, 89, 70, 69, 50, 49, 30, 29, 0].map((points) => band(points, 1))).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1])
  expect(band(17_999, 200)).toBe(4)
  expect(averageText({ points: 17_999, members: 200 })).toBe("89.99")
  expect(band(18_000, 200)).toBe(5)
  expect(averageText({ points: 18_000, members: 200 })).toBe("90.00")
  expect(averageText({ points: 625, members: 7 })).toBe("89.28")
})

test("at each boundary, one point of one member decides, in a council of any size", () => {
  const least = fc.constantFrom([90, 5], [70, 4], [50, 3], [30, 2])
  fc.assert(
    fc.property(least, fc.integer({ min: 1, max: 10_000 }), ([min = 0, rank = 0], members) => {
      expect(bandOf({ points: min * members, members }, bands)).toBe(rank)
      expect(bandOf({ points: min * members - 1, members }, bands)).toBe(rank - 1)
      expect(Number(averageText({ points: min * members - 1, members }))).toBeLessThan(min)
    }),
  )
})

test("the band is that of the exact average; more points never give a lower one", () => {
  fc.assert(
    fc.property(totals, fc.nat(), (sheets, at) => {
      const average = averageOf(sheets)
      // In hundredths of a point, in arithmetic that can't round.
      const exact = (BigInt(average.points) * 100n) / BigInt(average.members)
      expect(averageText(average)).toBe(`${exact / 100n}.${String(exact % 100n).padStart(2, "0")}`)
      const expected = [90, 70, 50, 30].findIndex((min) => BigInt(average.points) >= BigInt(min * average.members))
      expect(bandOf(average, bands)).toBe(expected < 0 ? 1 : 5 - expected)
      const better = sheets.map((total, i) => (i === at % sheets.length ? Math.min(100, total + 1) : total))
      expect(bandOf(averageOf(better), bands)).toBeGreaterThanOrEqual(bandOf(average, bands))
    }),
  )
})

test("no sheets and broken points have no average", () => {
  expect(() => averageOf([])).toThrow(RangeError)
  for (const wrong of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => averageOf([90, wrong])).toThrow(RangeError)
})
