import { foldVietnamese } from "@cho-phien/administrative-units"
import type { OutgoingLine } from "./match-statement"

type Column = "date" | "debit" | "amount" | "memo" | "reference"

/** How banks head the columns of their statements, folded; the first that fits is taken. */
const HEADINGS: Record<Column, RegExp> = {
  date: /^(ngay|date|ngay giao dich|ngay hach toan|transaction date|booking date|ngay gd)/,
  debit: /^(debit|no|ghi no|phat sinh no|so tien ghi no|so tien no|tien ra)( |$)/,
  amount: /^(so tien|amount)/,
  memo: /(noi dung|dien giai|mo ta|memo|description|remark|details)/,
  reference: /(tham chieu|but toan|ma giao dich|so gd|reference|ref|transaction (id|no))/,
}

export type StatementReading = { lines: OutgoingLine[]; problem: null } | { lines: []; problem: "no_headings" | "no_lines"; row?: never } | { lines: []; problem: "bad_row"; row: number }

/**
 * The outgoing lines of a statement: rows before the headings are the bank's letterhead, rows without money going out
 * are skipped, a row with money but no readable day is refused with its number.
 */
export function readStatement(rows: { number: number; cells: string[] }[]): StatementReading {
  const head = rows.findIndex(({ cells }) => columnsOf(cells) !== null)
  const columns = head < 0 ? null : columnsOf(rows[head]!.cells)
  if (!columns) return { lines: [], problem: "no_headings" }
  const lines: OutgoingLine[] = []
  for (const { number, cells } of rows.slice(head + 1)) {
    const amountVnd = outgoing(cells, columns)
    if (amountVnd === 0) continue
    const bookedOn = civilDay(cells[columns.date] ?? "")
    if (amountVnd === null || !bookedOn) return { lines: [], problem: "bad_row", row: number }
    lines.push({ bookedOn, amountVnd, memo: (cells[columns.memo] ?? "").trim(), bankReference: columns.reference === undefined ? "" : (cells[columns.reference] ?? "").trim() })
  }
  return lines.length > 0 ? { lines, problem: null } : { lines: [], problem: "no_lines" }
}

type Columns = { date: number; debit?: number; amount?: number; memo: number; reference?: number }

function columnsOf(cells: string[]): Columns | null {
  const folded = cells.map((cell) => foldVietnamese(cell).toLowerCase().replace(/\s+/g, " ").trim())
  const find = (column: Column) => {
    const at = folded.findIndex((heading) => HEADINGS[column].test(heading))
    return at < 0 ? undefined : at
  }
  const [date, debit, amount, memo, reference] = [find("date"), find("debit"), find("amount"), find("memo"), find("reference")]
  if (date === undefined || memo === undefined || (debit === undefined && amount === undefined)) return null
  return { date, memo, ...(debit !== undefined && { debit }), ...(amount !== undefined && { amount }), ...(reference !== undefined && { reference }) }
}

/** Whole đồng going out: the debit column, or a negative amount. 0: nothing goes out; null: not a number. */
function outgoing(cells: string[], { debit, amount }: Columns): number | null {
  const text = (cells[debit ?? amount ?? -1] ?? "").trim()
  if (text === "" || text === "-") return 0
  const value = dong(text)
  if (value === null) return null
  return debit !== undefined ? Math.abs(value) : value < 0 ? -value : 0
}

/** "1.250.000", "1,250,000.00", "-1250000 VND" */
function dong(text: string): number | null {
  const plain = text.replace(/\s|VND|đ|₫/gi, "")
  const match = /^([-+(]?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]00?)?\)?$/.exec(plain)
  if (!match) return null
  const value = Number(match[2]!.replace(/[.,]/g, ""))
  return match[1] === "-" || match[1] === "(" ? -value : value
}

/** dd/mm/yyyy, dd-mm-yyyy or yyyy-mm-dd, with a time behind it or not. */
function civilDay(text: string): string | null {
  const local = /^(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})\b/.exec(text.trim())
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, "0")}-${local[1]!.padStart(2, "0")}` : /^(\d{4}-\d{2}-\d{2})/.exec(text.trim())?.[1]
  if (!iso) return null
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null
}
