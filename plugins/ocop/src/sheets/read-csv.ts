import { parse } from "csv-parse/sync"
import type { TableRow } from "../modules/ocop/rules/official-list/types"
import { listFileErrors } from "./errors"
import { LIMITS } from "./limits"

export type CsvTable = { rows: TableRow[]; encoding: "utf-8" | "utf-16" | "windows-1258" }

/**
 * Lines of CSV (RFC 4180) with comma, semicolon or tab. UTF-8 and UTF-16 are told by their marks or by their bytes;
 * what is neither is tried as Windows-1258, and its headings decide afterwards whether that was right.
 */
export function readCsv(file: Uint8Array): CsvTable {
  const { text, encoding } = decode(file)
  // A cell that forgets its closing quote would swallow the file: lines are counted before they are parsed.
  if (lines(text) > LIMITS.rows * 4) throw listFileErrors.tooManyRows()
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LIMITS.columns * LIMITS.cellCharacters,
    }) as unknown as typeof records
  } catch {
    throw listFileErrors.damaged()
  }
  const rows = records
    .map(({ record }, index) => ({ number: index + 1, cells: record.map((cell) => ({ text: cell })) }))
    .filter((row) => row.cells.some((cell) => cell.text.trim() !== ""))
  if (rows.length > LIMITS.rows) throw listFileErrors.tooManyRows()
  if (rows.some((row) => row.cells.length > LIMITS.columns)) throw listFileErrors.tooManyColumns()
  return { rows, encoding }
}

function decode(file: Uint8Array): { text: string; encoding: CsvTable["encoding"] } {
  const wide = wideEncoding(file)
  if (wide) return { text: new TextDecoder(wide).decode(file), encoding: "utf-16" }
  if (file.includes(0)) throw listFileErrors.format()
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(file), encoding: "utf-8" }
  } catch {
    return { text: new TextDecoder("windows-1258").decode(file).normalize("NFC"), encoding: "windows-1258" }
  }
}

function wideEncoding(file: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (file[0] === 0xff && file[1] === 0xfe) return "utf-16le"
  if (file[0] === 0xfe && file[1] === 0xff) return "utf-16be"
  const head = file.subarray(0, 400)
  const zeros = (parity: number) => head.filter((byte, index) => index % 2 === parity && byte === 0).length
  if (head.length >= 20 && zeros(1) > head.length / 5 && zeros(0) === 0) return "utf-16le"
  if (head.length >= 20 && zeros(0) > head.length / 5 && zeros(1) === 0) return "utf-16be"
  return null
}

/** The sign that divides most evenly: the one found most often in the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 8_000).replace(/"[^"]*"/g, "")
  const count = (sign: string) => head.split(sign).length
  return [",", ";", "\t"].sort((a, b) => count(b) - count(a))[0] as string
}

function lines(text: string): number {
  let count = 1
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1
  return count
}
