import { addDays, daysBetween, type CivilDate } from "@cho-phien/administrative-units"
import type { DossierKind, DossierState } from "./dossier-types"
import { addWorkingDays, type CalendarDay } from "./working-days"

/** Received before one day of the year (month-day), decided before another (26/2026/QĐ-TTg Article 5). */
export type Round = { received_before: string; decided_before: string }

export type DossierTerms = {
  commune_working_days: number
  re_rating_days: number
  province_rounds: readonly Round[]
  ministry_rounds: readonly Round[]
}

export type DeadlineBasis = "commune_15_working_days" | "re_rating_45_days" | "province_round" | "ministry_round"

export type DueDate = { due_on: CivilDate; basis: DeadlineBasis; provisional: boolean }

const PROVINCE_STATES: readonly DossierState[] = ["at_province", "consulting", "at_council", "council_scored", "approved_potential_5", "back_to_province"]
const MINISTRY_STATES: readonly DossierState[] = ["at_ministry", "at_central_council", "central_scored"]

/**
 * By when the authority that holds a dossier must be done. `clockOn` is the day it reached that authority, or came back
 * to it completed: a return stops the clock, a resubmission starts it anew (our reading). Null while nobody's clock runs.
 * Nothing is blocked by a deadline; one that has passed is shown.
 */
export function dueDate(
  dossier: { state: DossierState; kind: DossierKind; clock_on: CivilDate | null },
  terms: DossierTerms,
  calendar: readonly CalendarDay[],
): DueDate | null {
  const { state, kind, clock_on } = dossier
  if (clock_on === null) return null
  if (state === "submitted" || state === "commune_reported") {
    const { day, provisional } = addWorkingDays(clock_on, terms.commune_working_days, calendar)
    return { due_on: day, basis: "commune_15_working_days", provisional }
  }
  const level = PROVINCE_STATES.includes(state) ? "province" : MINISTRY_STATES.includes(state) ? "ministry" : null
  if (level === null) return null
  // Article 7.6.g; days, not working days, and not moved when the last one is a day off (the cautious reading).
  if (kind === "re_rating") return { due_on: addDays(clock_on, terms.re_rating_days), basis: "re_rating_45_days", provisional: false }
  const rounds = level === "province" ? terms.province_rounds : terms.ministry_rounds
  return { due_on: endOfRound(clock_on, rounds), basis: level === "province" ? "province_round" : "ministry_round", provisional: false }
}

/** The last day of the round a dossier takes part in: the first round it was received in time for. "Before" a day ends the day before. */
export function endOfRound(receivedOn: CivilDate, rounds: readonly Round[]): CivilDate {
  const year = Number(receivedOn.slice(0, 4))
  const candidates = [year, year + 1].flatMap((y) =>
    rounds.map(({ received_before, decided_before }) => ({
      cutoff: `${y}-${received_before}`,
      end: addDays(`${y}-${decided_before}`, -1),
    })),
  )
  const next = candidates.filter(({ cutoff }) => receivedOn < cutoff).sort((a, b) => (a.cutoff < b.cutoff ? -1 : 1))[0]
  if (!next) throw new RangeError("A decision on OCOP needs at least one round a year")
  return next.end
}

/** `overdue` from the day after; `days_left` counts calendar days and is negative then. */
export function standing(dueOn: CivilDate, today: CivilDate): { overdue: boolean; days_left: number } {
  const days_left = daysBetween(today, dueOn)
  return { overdue: days_left < 0, days_left }
}
