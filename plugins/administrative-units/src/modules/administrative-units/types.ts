import type { CivilDate } from "../../time/civil-date"
import type { AddressReading } from "./rules/parse-address"

export type UnitKind = "city" | "province" | "ward" | "commune" | "special_zone"

/** A province or commune as others see it. */
export type Unit = {
  code: string
  kind: UnitKind
  name: string
  /** With its kind: "Xã Tân Cương". */
  full_name: string
  name_en: string
  parent_code: string | null
  latitude: number | null
  longitude: number | null
}

export type Confidence = "confirmed" | "unconfirmed"

export type UnitRow = Unit & {
  valid_from: CivilDate
  valid_to: CivilDate | null
  legal_basis: string
  confidence: Confidence
  source: string
}

export type SuccessionChange = "merged" | "province_changed" | "ambiguous" | "unchanged" | "split_population" | "renamed"

export type SuccessionRow = {
  old_commune_code: string | null
  old_commune: string
  old_district_code: string
  old_district: string
  old_province_code: string
  old_province: string
  new_commune_code: string
  change: SuccessionChange
  note: string | null
  effective_on: CivilDate
  confidence: Confidence
  source: string
}

export type UnitSearchHit = {
  unit: Unit
  /** The province of a commune. */
  parent: Unit | null
  /** Set when the words met the name of a commune before 1 July 2025: "Xã Phúc Xuân, Thành phố Thái Nguyên". */
  matched_old_name?: string
  /** The old commune that was met. `certain`: all of it is in this unit, so its name alone leads here. */
  old?: { commune: string; district: string; province: string; certain: boolean }
}

/** A commune a written address may mean, with its province. */
export type ParsedCandidate = Unit & {
  parent: Unit | null
  /** The old commune through which the words lead there: "Xã Phúc Trìu, Thành phố Thái Nguyên". */
  old_name: string | null
}

/** A written address, understood. The meaning of every field and of `confidence`: `rules/parse-address.ts`. */
export type ParsedAddress = Pick<AddressReading, "confidence" | "rest" | "phone"> & {
  commune: Unit | null
  province: Unit | null
  /** Full names of the old units that the line names: "Xã Phúc Trìu", "Thành phố Thái Nguyên", "Tỉnh Bắc Kạn". */
  old: { commune: string | null; district: string | null; province: string | null }
  candidates: ParsedCandidate[]
  if_old: ParsedCandidate[]
}
