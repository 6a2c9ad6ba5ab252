import type { Terms } from "./recognition-terms"

/** An average kept as the fraction it is: the points of all sheets over the number of sheets. */
export type ScoreAverage = { points: number; members: number }

export type Rank = 1 | 2 | 3 | 4 | 5

/** Lowest average of each rank, whole points (26/2026/QĐ-TTg Article 3.3). `min_score_2` null: not known, all below three is 1. */
export type ScoreBands = Pick<Terms, "min_score_5" | "min_score_4" | "min_score_3"> & { min_score_2: number | null }

/** @throws RangeError without sheets, or for points that aren't whole */
export function averageOf(totals: readonly number[]): ScoreAverage {
  if (totals.length === 0) throw new RangeError("An average needs at least one sheet")
  if (!totals.every((total) => Number.isSafeInteger(total) && total >= 0)) throw new RangeError("Points are whole numbers from 0")
  return { points: totals.reduce((a, b) => a + b, 0), members: totals.length }
}

/**
 * The rank of an average before the minimum options are looked at. Bands are half-open: [90, 100] is 5, [70, 90) is 4.
 * Compared as fractions, so 89.995 is never 90.
 */
export function bandOf(average: ScoreAverage, bands: ScoreBands): Rank {
  const reaches = (least: number) => average.points >= least * average.members
  if (reaches(bands.min_score_5)) return 5
  if (reaches(bands.min_score_4)) return 4
  if (reaches(bands.min_score_3)) return 3
  return bands.min_score_2 !== null && reaches(bands.min_score_2) ? 2 : 1
}

/** Two decimals, cut off and not rounded: what is shown must not look like a higher rank than it is. */
export function averageText({ points, members }: ScoreAverage): string {
  const hundredths = (points * 100 - ((points * 100) % members)) / members
  return `${(hundredths - (hundredths % 100)) / 100}.${String(hundredths % 100).padStart(2, "0")}`
}
