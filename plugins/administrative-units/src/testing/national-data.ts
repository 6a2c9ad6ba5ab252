import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import type { SuccessionRow, UnitRow } from "../modules/administrative-units/types"

type Text<T> = { [K in keyof T]: string }
type Known<T, K extends keyof T> = Text<Omit<T, K>> & Pick<T, K>

/** For specs only: a version of a unit as the CSV of the seed has it, with empty cells as null where null has a meaning. */
export type UnitLine = Known<Omit<UnitRow, "latitude" | "longitude">, "parent_code" | "valid_to"> & { latitude: string; longitude: string }
export type EdgeLine = Known<SuccessionRow, "old_commune_code">

const DATA = resolve(__dirname, "../../../../seed/data")
const read = (file: string) => parse(readFileSync(resolve(DATA, file)), { columns: true, skip_empty_lines: true }) as Record<string, string>[]

/** All versions of all units of the country. */
export function nationalUnits(): UnitLine[] {
  return read("administrative_units.csv").map((row) => ({ ...row, parent_code: row.parent_code || null, valid_to: row.valid_to || null }) as UnitLine)
}

/** All edges of the reform of 1 July 2025. */
export function nationalEdges(): EdgeLine[] {
  return read("administrative_succession.csv").map((row) => ({ ...row, old_commune_code: row.old_commune_code || null }) as EdgeLine)
}
