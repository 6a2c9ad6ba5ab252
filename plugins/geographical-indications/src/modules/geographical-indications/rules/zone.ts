export type ZoneUnitFacts = { old_commune_code: string | null; commune_code: string | null }

/** `inside`: the old commune is in the zone. `possible`: the commune of today is, and nobody has said which old one. */
export type ZoneAnswer = "inside" | "possible" | "outside" | "unknown"

/** Whether a place lies in the zone of an indication, as far as its list of old communes tells. */
export function inZone(zone: readonly ZoneUnitFacts[], place: { old_commune_code?: string | null; commune_code: string | null }): ZoneAnswer {
  if (zone.length === 0) return "unknown"
  if (place.old_commune_code) {
    if (zone.some((unit) => unit.old_commune_code === place.old_commune_code)) return "inside"
    // An old commune of the list whose code is not known could be this one.
    const open = zone.some((unit) => unit.old_commune_code === null && unit.commune_code === place.commune_code)
    return open ? "possible" : "outside"
  }
  if (place.commune_code === null) return "unknown"
  return zone.some((unit) => unit.commune_code === place.commune_code) ? "possible" : "outside"
}
