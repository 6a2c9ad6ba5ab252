import { acceptedIndices, type ReadCriterion, type SheetReading } from "./sheet-reading"
import type { SheetPart } from "./scoring-sheet"

/** What one person ticked: number of the criterion → index of the option from 1, or 0 for none of them. */
export type Choices = Readonly<Record<string, number>>

export type ChoiceFault = { criterion: string; reason: "unknown_criterion" | "unknown_option"; accepted: number[] }

export type MemberScore = {
  parts: { code: SheetPart["code"]; points: number; max: number }[]
  total: number
  /** Criteria nothing was ticked for; they count 0 points. */
  missing: string[]
}

/** What is wrong with a sheet as far as it is filled; an empty list means nothing. */
export function findFaults(reading: SheetReading, choices: Choices): ChoiceFault[] {
  const criteria = new Map(reading.criteria.map((criterion) => [criterion.no, criterion]))
  return Object.entries(choices).flatMap(([no, index]): ChoiceFault[] => {
    const criterion = criteria.get(no)
    if (!criterion) return [{ criterion: no, reason: "unknown_criterion", accepted: [] }]
    const accepted = acceptedIndices(criterion)
    return accepted.includes(index) ? [] : [{ criterion: no, reason: "unknown_option", accepted }]
  })
}

/** Points per part and in total. @throws RangeError when `findFaults` finds any */
export function scoreMember(reading: SheetReading, choices: Choices): MemberScore {
  const [fault] = findFaults(reading, choices)
  if (fault) throw new RangeError(`Criterion ${fault.criterion}: ${fault.reason}`)
  const parts = reading.parts.map(({ code, max }) => ({
    code,
    max,
    points: sum(reading.criteria.filter((c) => c.part === code).map((c) => pointsOf(c, choices))),
  }))
  return {
    parts,
    total: sum(parts.map((part) => part.points)),
    missing: reading.criteria.filter((c) => chosenIndex(c, choices) === null).map((c) => c.no),
  }
}

/** null where nothing was ticked */
export function chosenIndex(criterion: ReadCriterion, choices: Choices): number | null {
  return Object.hasOwn(choices, criterion.no) ? (choices[criterion.no] ?? null) : null
}

function pointsOf(criterion: ReadCriterion, choices: Choices): number {
  const index = chosenIndex(criterion, choices)
  return criterion.options.find((option) => option.index === index)?.points ?? 0
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
