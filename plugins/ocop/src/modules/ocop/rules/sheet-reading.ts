import type { Stars } from "./recognition-status"
import type { Irregularity, ScoringSheet, SheetCriterion, SheetPart } from "./scoring-sheet"

/** An option with the value that counts. `implied`: the sheet prints no option, only the points of the criterion. */
export type ReadOption = { index: number; points: number; min_star: Stars | null; text: string; implied: boolean }

export type ReadCriterion = { no: string; title: string; part: SheetPart["code"]; max: number; options: ReadOption[] }

/** Which value of a doubtful place counts, and why. */
export type ReadingUsed = Pick<Irregularity, "criterion" | "option" | "kind" | "printed" | "consistent" | "detail"> & {
  used: number | null
  why: "cautious" | "confirmed" | "rejected" | "held"
}

export type SheetReading = { parts: { code: SheetPart["code"]; max: number }[]; criteria: ReadCriterion[]; used: ReadingUsed[] }

/**
 * Settles every doubtful value of a sheet. As long as no human has decided (`proposed`), the reading is the cautious
 * one: the lower points, and of two marks the one that binds from the lower star on. A star granted by it stands
 * under either reading.
 */
export function readSheet(sheet: Pick<ScoringSheet, "parts" | "irregularities">): SheetReading {
  const used: ReadingUsed[] = sheet.irregularities.filter((i) => i.status === "held").map((i) => settled(i, i.consistent, "held"))
  const criteria = sheet.parts.flatMap((part) =>
    part.groups.flatMap((group) =>
      group.criteria.map((criterion) => {
        const doubts = sheet.irregularities.filter((i) => i.criterion === criterion.no && typeof i.option === "number" && isOpen(i))
        return { no: criterion.no, title: criterion.title, part: part.code, max: criterion.max, options: readOptions(criterion, doubts, used) }
      }),
    ),
  )
  return { parts: sheet.parts.map(({ code, max }) => ({ code, max })), criteria, used }
}

/**
 * The indices a member may choose: those of the options, and 0 ("none of them is reached", 0 points) where no option
 * has 0 points. The decision doesn't say what applies when none is reached; without 0 nobody could fill such a sheet.
 */
export function acceptedIndices(criterion: ReadCriterion): number[] {
  const indices = criterion.options.map((option) => option.index)
  return criterion.options.some((option) => option.points === 0) ? indices : [0, ...indices]
}

function readOptions(criterion: SheetCriterion, doubts: Irregularity[], used: ReadingUsed[]): ReadOption[] {
  if (criterion.options.length === 0) {
    return [{ index: 1, points: criterion.max, min_star: null, text: criterion.title, implied: true }]
  }
  return criterion.options.map((option, position) => {
    const index = position + 1
    const read: ReadOption = { index, points: option.points ?? 0, min_star: option.min_star ?? null, text: option.text, implied: false }
    for (const doubt of doubts.filter((d) => d.option === index)) {
      if (doubt.effect === "points") read.points = choose(doubt, option.points, used, lowerPoints) ?? 0
      else read.min_star = choose(doubt, option.min_star ?? null, used, lowerStar) as Stars | null
    }
    return read
  })
}

function choose(
  doubt: Irregularity,
  printed: number | null,
  used: ReadingUsed[],
  cautious: (a: number | null, b: number | null) => number | null,
): number | null {
  const why = doubt.status === "proposed" ? "cautious" : doubt.status === "confirmed" ? "confirmed" : "rejected"
  const value = why === "cautious" ? cautious(printed, doubt.consistent) : why === "confirmed" ? doubt.consistent : printed
  used.push(settled(doubt, value, why))
  return value
}

function settled(doubt: Irregularity, value: number | null, why: ReadingUsed["why"]): ReadingUsed {
  const { criterion, option, kind, printed, consistent, detail } = doubt
  return { criterion, option, kind, printed, consistent, detail, used: value, why }
}

/** An empty cell is no points. */
function lowerPoints(a: number | null, b: number | null): number {
  return Math.min(a ?? 0, b ?? 0)
}

/** No mark asks for nothing. */
function lowerStar(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function isOpen(doubt: Irregularity): boolean {
  return (doubt.effect === "points" || doubt.effect === "minimum") && ["proposed", "confirmed", "rejected"].includes(doubt.status)
}
