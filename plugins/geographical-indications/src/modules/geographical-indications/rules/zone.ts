export type ZoneUnitFacts = { old_commune_code: string | null; commune_code: string | null }

/** `inside`: the old commune is in the zone. `possible`: it may be, and nobody has said which old commune it is. */
export type ZoneAnswer = "inside" | "possible" | "outside" | "unknown"

export type ZonePlace = {
  commune_code: string | null
  /** The commune of before 1 July 2025, where it is known. */
  old_commune_code?: string | null
  /** Where it is not: all old communes that went into `commune_code`. */
  possible_old_codes?: readonly string[]
}

/** Whether a place lies in the zone of an indication, as far as its list of old communes tells. */
export function inZone(zone: readonly ZoneUnitFacts[], place: ZonePlace): ZoneAnswer {
  if (zone.length === 0) return "unknown"
  const candidates = place.old_commune_code ? [place.old_commune_code] : (place.possible_old_codes ?? [])
  if (candidates.length === 0) {
    if (place.commune_code === null) return "unknown"
    return zone.some((unit) => unit.commune_code === place.commune_code) ? "possible" : "outside"
  }
  const codes = new Set(zone.map((unit) => unit.old_commune_code))
  const hits = candidates.filter((code) => codes.has(code)).length
  if (hits === candidates.length) return "inside"
  if (hits > 0) return "possible"
  // An old commune of the list whose code is not known could be this one.
  const open = zone.some((unit) => unit.old_commune_code === null && unit.commune_code === place.commune_code)
  return open ? "possible" : "outside"
}

/** What the zone says to a right of use. Only `inside` and `not_zoned` carry it without a reason. */
export type ZoneFinding = "inside" | "inside_unconfirmed" | "ambiguous" | "outside" | "zone_unknown" | "not_zoned"

export type ZoneJudgement = { finding: ZoneFinding; zone_confirmed: boolean; reason_needed: boolean }

type Sign = { kind: "geographical_indication" | "collective_mark" | "certification_mark" }
type Unit = ZoneUnitFacts & { confirmed: boolean }

/**
 * Whether a producer of this place may be given the right. A collective or certification mark without a zone has none to
 * keep; an indication without one has a zone that nobody has told us, which is another thing. `zone_confirmed` speaks of
 * what the finding rests on: the old commune that was found, or the whole list when it was not found.
 */
export function judgeZone(sign: Sign, zone: readonly Unit[], place: ZonePlace): ZoneJudgement {
  if (zone.length === 0) {
    const free = sign.kind !== "geographical_indication"
    return { finding: free ? "not_zoned" : "zone_unknown", zone_confirmed: free, reason_needed: !free }
  }
  const answer = inZone(zone, place)
  if (answer === "inside") {
    const candidates = place.old_commune_code ? [place.old_commune_code] : (place.possible_old_codes ?? [])
    const confirmed = candidates.every((code) => zone.some((unit) => unit.confirmed && unit.old_commune_code === code))
    return { finding: confirmed ? "inside" : "inside_unconfirmed", zone_confirmed: confirmed, reason_needed: !confirmed }
  }
  const finding = answer === "outside" ? "outside" : "ambiguous"
  return { finding, zone_confirmed: zone.every((unit) => unit.confirmed), reason_needed: true }
}
