import { chosenIndex, scoreMember, type Choices } from "./member-score"
import type { Stars } from "./recognition-status"
import { averageOf, averageText, bandOf, type Rank, type ScoreAverage, type ScoreBands } from "./score-band"
import type { ReadCriterion, SheetReading } from "./sheet-reading"

/**
 * How the marks of minimum options are read. The decision says only that they are "the minimum to be reached for the
 * star levels"; the cautious readings are `every_member` and `cumulative`.
 *
 * - `every_member`: each sheet must reach the option · `majority`: more than half of the sheets
 * - `cumulative`: the minimum of a lower star binds the higher ones too · `own_level`: each star has its own marks only
 */
export type MinimumRule = { minimum_members: "every_member" | "majority"; minimum_levels: "cumulative" | "own_level" }

/** A criterion that keeps a product from a rank its points would give. */
export type Cap = {
  criterion: string
  title: string
  /** the lowest star it keeps away; `needs_option` is what that star asks for */
  star: Stars
  needs_option: number
  members_below: number
}

export type Rating = {
  average: ScoreAverage
  average_text: string
  /** what the points alone would give */
  band: Rank
  star: Rank
  capped_by: Cap[]
}

/**
 * The rank by the sheets of a council, or of one person who assesses their own product. Criteria left out count 0 and
 * reach no minimum; whether that is allowed is for the caller (`scoreMember().missing`).
 * @throws RangeError without sheets, or for a sheet `findFaults` finds fault with
 */
export function rateSheets(reading: SheetReading, sheets: readonly Choices[], bands: ScoreBands, rule: MinimumRule): Rating {
  const average = averageOf(sheets.map((sheet) => scoreMember(reading, sheet).total))
  const band = bandOf(average, bands)
  const caps = new Map<string, Cap>()
  let star: Rank = band
  while (isStarred(star)) {
    const missed = missedMinimums(reading, star, sheets, rule)
    if (missed.length === 0) break
    // Going down, so that each criterion is left with the lowest star it keeps away and what that star needs.
    for (const cap of missed) caps.set(cap.criterion, cap)
    star = (star - 1) as Rank
  }
  return { average, average_text: averageText(average), band, star, capped_by: reading.criteria.flatMap((c) => caps.get(c.no) ?? []) }
}

/** The option that must be reached for a star, null where the criterion asks for nothing. */
export function minimumIndex(criterion: ReadCriterion, star: Stars, levels: MinimumRule["minimum_levels"]): number | null {
  const marked = criterion.options.filter((o) => o.min_star !== null && (levels === "cumulative" ? o.min_star <= star : o.min_star === star))
  return marked.length === 0 ? null : Math.max(...marked.map((option) => option.index))
}

function missedMinimums(reading: SheetReading, star: Stars, sheets: readonly Choices[], rule: MinimumRule): Cap[] {
  return reading.criteria.flatMap((criterion) => {
    const needed = minimumIndex(criterion, star, rule.minimum_levels)
    if (needed === null) return []
    const below = sheets.filter((sheet) => (chosenIndex(criterion, sheet) ?? 0) < needed).length
    const reached = rule.minimum_members === "every_member" ? below === 0 : below * 2 < sheets.length
    return reached ? [] : [{ criterion: criterion.no, title: criterion.title, star, needs_option: needed, members_below: below }]
  })
}

function isStarred(rank: Rank): rank is Stars {
  return rank >= 3
}
