import { addMonths, type CivilDate } from "@cho-phien/administrative-units"

export type TermFacts = {
  kind: string
  max_months: number
  valid_from: CivilDate
  valid_to: CivilDate | null
  confidence: "confirmed" | "unconfirmed"
}

/** The term that applied to a kind on the day of issue; null when none is known. */
export function termOn<T extends TermFacts>(terms: readonly T[], kind: string, issuedOn: CivilDate): T | null {
  return terms.find((term) => term.kind === kind && term.valid_from <= issuedOn && (term.valid_to === null || issuedOn < term.valid_to)) ?? null
}

export type TermFinding = { max_months: number; latest: CivilDate; exceeded: boolean; confirmed: boolean }

/** What the term says to a paper's dates. Null where there is no term, or no date to compare. */
export function judgeTerm(terms: readonly TermFacts[], paper: { kind: string; issued_on: CivilDate | null; expires_on: CivilDate | null }): TermFinding | null {
  if (paper.issued_on === null) return null
  const term = termOn(terms, paper.kind, paper.issued_on)
  if (!term) return null
  const latest = addMonths(paper.issued_on, term.max_months)
  return {
    max_months: term.max_months,
    latest,
    exceeded: paper.expires_on !== null && paper.expires_on > latest,
    confirmed: term.confidence === "confirmed",
  }
}
