import { addDays, addMonths, type CivilDate } from "@cho-phien/administrative-units"

/** The figures of a decision on OCOP; they come from the table of legal versions. */
export type Terms = {
  version: string
  valid_from: CivilDate
  valid_to: CivilDate | null
  validity_months: number
  renewal_opens_days: number | null
  prolongation_max_days: number | null
  min_score_5: number
  min_score_4: number
  min_score_3: number
}

/** The decision in force on a day. Where two overlap (148/2023 lapsed 60 days after 26/2026 began), the later one. */
export function termsOn<T extends Terms>(versions: readonly T[], day: CivilDate): T | null {
  return (
    versions
      .filter((v) => v.valid_from <= day && (v.valid_to === null || day < v.valid_to))
      .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0] ?? null
  )
}

/** The dates that follow from the day of issue. */
export function termOfCertificate(issuedOn: CivilDate, terms: Terms): { expires_on: CivilDate; renewal_opens_on: CivilDate | null } {
  const expiresOn = addMonths(issuedOn, terms.validity_months)
  return { expires_on: expiresOn, renewal_opens_on: renewalOpensOn(expiresOn, terms) }
}

export function renewalOpensOn(expiresOn: CivilDate, terms: Pick<Terms, "renewal_opens_days">): CivilDate | null {
  return terms.renewal_opens_days === null ? null : addDays(expiresOn, -terms.renewal_opens_days)
}

/** The last day a prolongation may reach; null where the law knows none. */
export function latestProlongation(expiresOn: CivilDate, terms: Terms): CivilDate | null {
  return terms.prolongation_max_days === null ? null : addDays(expiresOn, terms.prolongation_max_days)
}
