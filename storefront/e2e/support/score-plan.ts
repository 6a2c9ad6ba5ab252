import { json, type Run } from "./stack"

interface Sheet {
  scoring_sheet: { parts: { groups: { no: string; criteria: { no: string }[] }[] }[] }
  criteria: { no: string; accepts: number[]; options: { index: number; points: number; min_star: number | null }[] }[]
}

export interface ScorePlan {
  /** Group of criteria → what to tick in it, as `[criterion, option]`. */
  groups: { no: string; ticks: [string, number][] }[]
  total: number
}

/**
 * Ticks that reach at least `points` and every minimum of `star`: the least options first, then one criterion after
 * the other taken to its best option.
 */
export async function planScore(run: Run, setNo: number, star: 3 | 4, points: number): Promise<ScorePlan> {
  const sheet = await json<Sheet>(`${run.backend}/store/ocop/scoring-sheets/${setNo}`, { headers: { "x-publishable-api-key": run.publishable_key } })
  const pointsOf = (no: string, index: number) => sheet.criteria.find((c) => c.no === no)?.options.find((o) => o.index === index)?.points ?? 0
  const ticks = new Map(
    sheet.criteria.map(({ no, accepts, options }) => {
      const needed = options.filter((o) => o.min_star !== null && o.min_star <= star).map((o) => o.index)
      return [no, Math.max(Math.min(...accepts), ...needed)] as const
    }),
  )
  const total = () => [...ticks].reduce((sum, [no, index]) => sum + pointsOf(no, index), 0)
  for (const { no, options } of sheet.criteria) {
    if (total() >= points) break
    ticks.set(no, options.reduce((best, option) => (option.points > best.points ? option : best)).index)
  }
  const groups = sheet.scoring_sheet.parts.flatMap((part) => part.groups)
  return {
    groups: groups.map(({ no, criteria }) => ({ no, ticks: criteria.map((c): [string, number] => [c.no, ticks.get(c.no) ?? 0]) })),
    total: total(),
  }
}
