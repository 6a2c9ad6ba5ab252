import { createHash, randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { settleLine } from "./change-batch"
import { matchStatementLine, type KnownPayout, type OutgoingLine, type StatementOutcome } from "./rules/match-statement"
import { findPayoutCodes } from "./rules/payout-code"

export type TakenLine = { outcome: StatementOutcome | "known"; lineId: string | null }

type PayoutRow = { id: string; reference: string; amount_vnd: string; state: string; batch_state: string; awaits_statement: boolean }

/**
 * One outgoing line of a statement: kept once, matched, and its payout settled, in one transaction. The same statement
 * again, or an overlapping one, changes nothing. `nth` tells equal lines of one file apart.
 */
export async function takeStatementLine(tx: Knex.Transaction, line: OutgoingLine, nth: number, by: string): Promise<TakenLine> {
  const fingerprint = createHash("sha256").update(JSON.stringify([line.bookedOn, line.amountVnd, line.memo, line.bankReference, nth])).digest("hex")
  const codes = findPayoutCodes(line.memo)
  const rows = codes.length ? await lockPayouts(tx, codes) : []
  const known = new Map<string, KnownPayout>(rows.map((row) => [row.reference, { lineId: row.id, reference: row.reference, amountVnd: Number(row.amount_vnd), state: row.state, sent: row.batch_state === "sent", awaitsStatement: row.awaits_statement }]))
  const { outcome, lineId } = matchStatementLine(line, known)
  const { rows: inserted } = (await tx.raw(
    `insert into payout_statement_line (id, fingerprint, booked_on, amount_vnd, raw_amount_vnd, memo, bank_reference, outcome, payout_line_id, imported_by)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict (fingerprint) where deleted_at is null do nothing returning id`,
    [`psl_${randomBytes(12).toString("hex")}`, fingerprint, line.bookedOn, line.amountVnd, JSON.stringify({ value: String(line.amountVnd), precision: 20 }), line.memo, line.bankReference, outcome, lineId, by],
  )) as { rows: unknown[] }
  if (inserted.length === 0) return { outcome: "known", lineId }
  if (outcome === "matched" && lineId) await settleLine(tx, { lineId, to: "paid", by, bankReference: line.bankReference, reason: "statement" })
  return { outcome, lineId }
}

/** The batch is what every change of a line locks first. The lines are read by a statement of its own after that: one that had waited for the lock would still see them as they were. */
async function lockPayouts(tx: Knex.Transaction, codes: string[]): Promise<PayoutRow[]> {
  await tx("payout_batch").whereIn("id", tx("payout_line").whereIn("reference", codes).select("batch_id")).orderBy("id").forUpdate().select("id")
  const { rows } = (await tx.raw(
    `select l.id, l.reference, l.amount_vnd, l.state, b.state as batch_state,
       exists (select 1 from payout_transfer t where t.line_id = l.id and t.state in ('paid', 'reversed'))
         and not exists (select 1 from payout_statement_line s where s.payout_line_id = l.id and s.outcome = 'matched') as awaits_statement
     from payout_line l join payout_batch b on b.id = l.batch_id where l.reference = any(?)`,
    [codes],
  )) as { rows: PayoutRow[] }
  return rows
}
