import type { ParsedAddress, ParsedCandidate, Unit } from "../types"
import type { AddressCandidate } from "./address-readings"
import type { AddressReading } from "./parse-address"
import type { PlaceIndex } from "./place-index"

/** Puts names to the codes of a reading. `units` holds every unit that the reading names, with the provinces of its communes. */
export function describeReading(reading: AddressReading, index: PlaceIndex, units: ReadonlyMap<string, Unit>): ParsedAddress {
  const unit = (code: string | null) => (code === null ? null : (units.get(code) ?? null))
  const { commune, district, province } = reading.old
  const candidate = (found: AddressCandidate): ParsedCandidate[] => {
    const own = units.get(found.commune)
    return own ? [{ ...own, parent: unit(own.parent_code), old_name: oldName(found.old_commune, index) }] : []
  }
  return {
    confidence: reading.confidence,
    commune: unit(reading.commune),
    province: unit(reading.province),
    old: {
      commune: (commune && index.oldCommunes.get(commune)?.name) ?? null,
      district: (district && index.oldDistricts.get(district)?.name) ?? null,
      province: (province && index.oldProvinces.get(province)?.name) ?? null,
    },
    candidates: reading.candidates.flatMap(candidate),
    if_old: reading.if_old.flatMap(candidate),
    rest: reading.rest,
    phone: reading.phone,
  }
}

function oldName(code: string | null, index: PlaceIndex): string | null {
  const old = code === null ? undefined : index.oldCommunes.get(code)
  if (!old) return null
  const district = index.oldDistricts.get(old.district)?.name
  // On the islands the district was the commune.
  return district && district !== old.name ? `${old.name}, ${district}` : old.name
}
