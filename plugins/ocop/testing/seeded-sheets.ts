import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import { ScoringSheetSchema, type ScoringSheet } from "../src/modules/ocop/rules/scoring-sheet"

// The data the tests hold the rules against are those that are shipped.
const DATA_DIR = resolve(__dirname, "../../../seed/data")
const SHEETS_DIR = resolve(DATA_DIR, "scoring-sheets/26-2026")

export const SHEETS: ScoringSheet[] = readdirSync(SHEETS_DIR)
  .sort()
  .map((file) => ScoringSheetSchema.parse(JSON.parse(readFileSync(resolve(SHEETS_DIR, file), "utf8"))))

export function sheetNo(setNo: number): ScoringSheet {
  const sheet = SHEETS.find((s) => s.set_no === setNo)
  if (!sheet) throw new Error(`no sheet ${setNo}`)
  return structuredClone(sheet)
}

export function seedRows(file: string): Record<string, string>[] {
  return parse(readFileSync(resolve(DATA_DIR, file)), { columns: true }) as Record<string, string>[]
}
