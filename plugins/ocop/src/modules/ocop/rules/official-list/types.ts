import type { CivilDate, Sentence } from "@cho-phien/administrative-units"

/** One cell of an uploaded table. A formula is never evaluated and its cached value never trusted. */
export type Cell = { text: string; formula?: boolean }
/** `number` is the row as the spreadsheet counts it, from 1. */
export type TableRow = { number: number; cells: Cell[] }

export type Field =
  | "register_id"
  | "code"
  | "name"
  | "producer_name"
  | "producer_kind"
  | "commune_code"
  | "commune"
  | "district"
  | "province"
  | "address"
  | "product_set_no"
  | "star"
  | "decision_no"
  | "issued_on"
  | "issued_by"
  | "expires_on"

export type ProducerKind = "cooperative" | "cooperative_group" | "enterprise" | "household_business" | "individual"

/** What is wrong with one cell; `cell` as the spreadsheet names it ("F5"), null for the row as a whole. */
export type Reason = { field: Field | null; cell: string | null; message: Sentence }

export type Decision = { decision_no: string | null; issued_on: CivilDate | null; issued_by: string | null }

/** The words of a place as the file has them. */
export type PlaceWords = { code: string | null; commune: string | null; district: string | null; province: string | null }

/** A row in the register's own terms, before it is known which place and which product it means. */
export type ListRow = {
  row: number
  /** An entry's id, or "new" where the file says it is none of those known; null where it says nothing. */
  register_id: string | null
  code: string | null
  name: string
  producer_name: string
  producer_kind: ProducerKind | null
  place: PlaceWords
  product_set_no: number | null
  star: 3 | 4 | 5 | null
  decision_no: string | null
  issued_on: CivilDate | null
  issued_by: string | null
  expires_on: CivilDate | null
  reasons: Reason[]
}

export type Place = { commune_code: string | null; province_code: string }
export type PlaceAnswer = { place: Place } | { problem: Sentence; candidates: { id: string; label: string }[] }

/** @param column from 0 */
export function cellName(column: number, row: number): string {
  let letters = ""
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
