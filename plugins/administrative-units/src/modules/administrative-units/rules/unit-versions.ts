import type { CivilDate } from "../../../time/civil-date"

export type Dated = { valid_from: CivilDate; valid_to: CivilDate | null }

/** Whether a version holds on a day: `valid_from` is its first day, `valid_to` the first day no more. */
export function holdsOn(version: Dated, day: CivilDate): boolean {
  return version.valid_from <= day && (version.valid_to === null || day < version.valid_to)
}

/** The version that holds on a day; null before the first and after the last. */
export function versionOn<V extends Dated>(versions: readonly V[], day: CivilDate): V | null {
  return versions.find((version) => holdsOn(version, day)) ?? null
}
