import { asApiError } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readCsv } from "@cho-phien/ocop"
import { PAYOUT_MODULE } from "../modules/payout"
import { payoutErrors } from "../modules/payout/errors"
import { MAX_STATEMENT_LINES } from "../modules/payout/limits"
import { readStatement } from "../modules/payout/rules/read-statement"
import type PayoutModuleService from "../modules/payout/service"
import { bookPayouts } from "./book-payouts"

/** How many lines of each outcome; `known` were imported before. */
export type ImportedStatement = { lines: number; outcomes: Record<string, number> }

/** Matches a bank's statement back to the payouts. A line at a time: what was taken stays taken if it is cut off, and the same file can be sent again. */
export async function importStatement(container: MedusaContainer, file: Uint8Array, by: string): Promise<ImportedStatement> {
  const { rows } = readLines(file)
  const reading = readStatement(rows.map(({ number, cells }) => ({ number, cells: cells.map(({ text }) => text) })))
  if (reading.problem !== null) throw payoutErrors.statement(reading.problem, reading.problem === "bad_row" ? reading.row : undefined)
  if (reading.lines.length > MAX_STATEMENT_LINES) throw payoutErrors.statement("too_long")
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const outcomes: Record<string, number> = {}
  const seen = new Map<string, number>()
  for (const line of reading.lines) {
    const same = JSON.stringify(line)
    const nth = seen.get(same) ?? 0
    seen.set(same, nth + 1)
    const { outcome } = await payouts.takeStatementLine(line, nth, by)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  await bookPayouts(container)
  return { lines: reading.lines.length, outcomes }
}

/** The reader's own words for too many rows are those of official lists. */
function readLines(file: Uint8Array): ReturnType<typeof readCsv> {
  try {
    return readCsv(file)
  } catch (error) {
    throw asApiError(error)?.code === "ocop.list_too_many_rows" ? payoutErrors.statement("too_long") : error
  }
}
