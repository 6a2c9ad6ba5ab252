import type { SuccessionEdge } from "./resolve-succession"
import { nameForms } from "./address-words"
import { splitFullName, type KindWord, type Level } from "./unit-kinds"

/** A name somebody may write, and the place that bears or bore it. */
export type NamedPlace = {
  level: Level
  era: "current" | "old"
  code: string
  /** Null when the data does not say: fits every kind. */
  kind: KindWord | null
  /** The name with its marks; null for a by-name ("HCM"): fits however it is written. */
  written: string | null
}

export type CurrentCommune = { province: string; oldDistricts: Set<string>; oldProvinces: Set<string> }
export type OldCommune = { name: string; district: string; province: string; successors: string[] }
export type OldDistrict = { name: string; province: string; communes: Set<string> }
/** `into`: the province of today that took it over, and how many edges lead there. Tiền Giang lost one commune to another province than the rest. */
export type OldProvince = { name: string; into: Map<string, number> }

/** Everything a written address is compared with: the places of today, those before 1 July 2025, and the ways between. */
export type PlaceIndex = {
  names: Map<string, NamedPlace[]>
  /** The most words a name has. */
  longestName: number
  communes: Map<string, CurrentCommune>
  provinces: Set<string>
  oldCommunes: Map<string, OldCommune>
  oldDistricts: Map<string, OldDistrict>
  oldProvinces: Map<string, OldProvince>
}

type IndexedUnit = { code: string; full_name: string; parent_code: string | null }

/** Other names of provinces in daily use, as keys, and the province's own name. Thừa Thiên Huế became the city of Huế on 1 January 2025. */
const BY_NAMES: readonly (readonly [byName: string, name: string])[] = [
  ["HCM", "Hồ Chí Minh"],
  ["TPHCM", "Hồ Chí Minh"],
  ["HCMC", "Hồ Chí Minh"],
  ["Sài Gòn", "Hồ Chí Minh"],
  ["HN", "Hà Nội"],
  ["Thừa Thiên Huế", "Huế"],
  ["Thừa Thiên - Huế", "Huế"],
  ["TT Huế", "Huế"],
  ["BRVT", "Bà Rịa - Vũng Tàu"],
  ["Bắc Cạn", "Bắc Kạn"],
  ["Đắc Lắc", "Đắk Lắk"],
  ["Đắc Nông", "Đắk Nông"],
]

/** Builds the index from the units that hold today and all edges of the reform. Takes about 100 ms for the whole country. */
export function buildPlaceIndex(units: readonly IndexedUnit[], edges: readonly SuccessionEdge[]): PlaceIndex {
  const index: PlaceIndex = {
    names: new Map(),
    longestName: 1,
    communes: new Map(),
    provinces: new Set(),
    oldCommunes: new Map(),
    oldDistricts: new Map(),
    oldProvinces: new Map(),
  }
  for (const unit of units) {
    addName(index, unit.full_name, { level: unit.parent_code ? "commune" : "province", era: "current", code: unit.code })
    if (unit.parent_code) index.communes.set(unit.code, { province: unit.parent_code, oldDistricts: new Set(), oldProvinces: new Set() })
    else index.provinces.add(unit.code)
  }
  for (const edge of edges) addEdge(index, edge)
  for (const [byName, name] of BY_NAMES) {
    const { key } = nameForms(name)
    const places = (index.names.get(key) ?? []).filter((place) => place.level === "province")
    for (const place of places) addPlace(index, nameForms(byName).key, { ...place, written: null })
  }
  return index
}

/** The province of today in which an old province lies; null for a code nobody knows. */
export function provinceOfOld(index: PlaceIndex, oldProvince: string): string | null {
  const [most] = [...(index.oldProvinces.get(oldProvince)?.into ?? [])].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

function addEdge(index: PlaceIndex, edge: SuccessionEdge): void {
  const successor = index.communes.get(edge.new_commune_code)
  // An edge to a unit that is not current would lead nobody anywhere.
  if (!successor) return
  successor.oldDistricts.add(edge.old_district_code)
  successor.oldProvinces.add(edge.old_province_code)

  const code = edge.old_commune_code ?? `d${edge.old_district_code}`
  // The island districts had no communes: there the district is what people name.
  const name = edge.old_commune || edge.old_district
  let commune = index.oldCommunes.get(code)
  if (!commune) {
    commune = { name, district: edge.old_district_code, province: edge.old_province_code, successors: [] }
    index.oldCommunes.set(code, commune)
    addName(index, name, { level: "commune", era: "old", code })
  }
  if (!commune.successors.includes(edge.new_commune_code)) commune.successors.push(edge.new_commune_code)

  let district = index.oldDistricts.get(edge.old_district_code)
  if (!district) {
    district = { name: edge.old_district, province: edge.old_province_code, communes: new Set() }
    index.oldDistricts.set(edge.old_district_code, district)
    addName(index, edge.old_district, { level: "district", era: "old", code: edge.old_district_code })
  }
  district.communes.add(edge.new_commune_code)

  let province = index.oldProvinces.get(edge.old_province_code)
  if (!province) {
    province = { name: edge.old_province, into: new Map() }
    index.oldProvinces.set(edge.old_province_code, province)
    addName(index, edge.old_province, { level: "province", era: "old", code: edge.old_province_code })
  }
  province.into.set(successor.province, (province.into.get(successor.province) ?? 0) + 1)
}

function addName(index: PlaceIndex, fullName: string, place: Pick<NamedPlace, "level" | "era" | "code">): void {
  const { kind, name } = splitFullName(fullName)
  const { key, written } = nameForms(name)
  index.longestName = Math.max(index.longestName, name.split(/[^\p{L}\p{M}\p{N}]+/u).length)
  addPlace(index, key, { ...place, kind, written })
}

function addPlace(index: PlaceIndex, key: string, place: NamedPlace): void {
  const places = index.names.get(key)
  if (places) places.push(place)
  else index.names.set(key, [place])
}
