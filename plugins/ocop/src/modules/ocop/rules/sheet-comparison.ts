import { rateSheets, type MinimumRule, type Rating } from "./council-rating"
import { chosenIndex, scoreMember, type Choices } from "./member-score"
import { averageOf, averageText, type ScoreBands } from "./score-band"
import type { ReadCriterion, SheetReading } from "./sheet-reading"

export type ComparedSheet = { options: Choices; comments: Readonly<Record<string, string>> }

export type ComparedCriterion = {
  no: string
  title: string
  part: "A" | "B" | "C"
  max: number
  /** Points the producer gave themselves. */
  self: number | null
  options: (number | null)[]
  points: (number | null)[]
  average: string
  /** Most points less fewest. */
  spread: number
  comments: (string | null)[]
  /** The lowest star it keeps the product away from. */
  caps: number | null
}

export type SheetComparison = { totals: number[]; stars: number[]; criteria: ComparedCriterion[]; rating: Rating | null }

/** The sheets of a council side by side, columns in the order given. Without sheets there is no rating yet. */
export function compareSheets(reading: SheetReading, sheets: readonly ComparedSheet[], self: Choices, bands: ScoreBands, rule: MinimumRule): SheetComparison {
  const options = sheets.map((sheet) => sheet.options)
  const rating = options.length === 0 ? null : rateSheets(reading, options, bands, rule)
  return {
    totals: options.map((sheet) => scoreMember(reading, sheet).total),
    stars: options.map((sheet) => rateSheets(reading, [sheet], bands, rule).star),
    rating,
    criteria: reading.criteria.map((criterion) => {
      const points = options.map((sheet) => pointsOf(criterion, sheet))
      const counted = points.map((value) => value ?? 0)
      return {
        no: criterion.no,
        title: criterion.title,
        part: criterion.part,
        max: criterion.max,
        self: pointsOf(criterion, self),
        options: options.map((sheet) => chosenIndex(criterion, sheet)),
        points,
        average: counted.length === 0 ? "0.00" : averageText(averageOf(counted)),
        spread: counted.length === 0 ? 0 : Math.max(...counted) - Math.min(...counted),
        comments: sheets.map((sheet) => sheet.comments[criterion.no] ?? null),
        caps: rating?.capped_by.find((cap) => cap.criterion === criterion.no)?.star ?? null,
      }
    }),
  }
}

function pointsOf(criterion: ReadCriterion, choices: Choices): number | null {
  const index = chosenIndex(criterion, choices)
  if (index === null) return null
  return criterion.options.find((option) => option.index === index)?.points ?? 0
}
