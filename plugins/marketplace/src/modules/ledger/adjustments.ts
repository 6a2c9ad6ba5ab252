import { randomBytes } from "node:crypto"
import { todayInVietnam } from "@cho-phien/administrative-units"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ledgerErrors } from "./errors"
import { insertJournal } from "./rows"
import { assertStillFits } from "./reversals"
import type { Account } from "./rules/journal"
import { adjustmentEntries } from "./rules/money-postings"

export type AdjustmentLine = { account: Account; seller_id: string | null; amount_vnd: number }
export type NewAdjustment = { reference: string; reason: string; entries: AdjustmentLine[]; proposedBy: string; /** The key of the journal it takes back. */ reverses?: string }

type Row = { id: string; reference: string; reason: string; entries: AdjustmentLine[]; state: string; proposed_by: string; reverses: string | null }

/** Written down, not booked. @throws ledger.same_reference 409, ledger.already_reversed 409 */
export async function proposeAdjustment(tx: Knex.Transaction, { reference, reason, entries, proposedBy, reverses }: NewAdjustment): Promise<string> {
  const { rows } = (await tx.raw(
    `insert into ledger_adjustment (id, reference, reason, entries, state, proposed_by, reverses) values (?, ?, ?, ?::jsonb, 'proposed', ?, ?)
     on conflict do nothing returning id`,
    [`ladj_${randomBytes(12).toString("hex")}`, reference, reason, JSON.stringify(entries), proposedBy, reverses ?? null],
  )) as { rows: { id: string }[] }
  const [row] = rows
  if (!row) throw reverses ? ledgerErrors.alreadyReversed() : ledgerErrors.sameReference()
  return row.id
}

/** proposed → posted, with its journal, by somebody else than the proposer. @throws ledger.same_person 403, ledger.adjustment_decided 409, ledger.reversal_stale 409 */
export async function postAdjustment(tx: Knex.Transaction, id: string, by: string, note: string): Promise<string> {
  const row = await lockProposed(tx, id)
  if (row.proposed_by === by) throw ledgerErrors.samePerson()
  if (row.reverses) await assertStillFits(tx, row.entries)
  const now = new Date()
  const { id: journalId, posted } = await insertJournal(tx, {
    key: `adjustment:${row.reference}`,
    kind: "adjustment",
    occurredAt: now,
    day: todayInVietnam(now),
    sellerId: row.entries.find(({ seller_id }) => seller_id)?.seller_id ?? null,
    facts: { adjustment_id: id, proposed_by: row.proposed_by, ...(row.reverses && { reverses: row.reverses }) },
    reason: row.reason,
    postedBy: by,
    entries: adjustmentEntries(row.entries.map(({ account, seller_id, amount_vnd }) => ({ account, sellerId: seller_id, amountVnd: amount_vnd }))),
  })
  // A correction of the days when one person was enough has this name in the books already.
  if (!posted) throw ledgerErrors.sameReference()
  await tx("ledger_adjustment").where({ id }).update({ state: "posted", decided_by: by, decision_note: note, decided_at: now, journal_id: journalId, updated_at: tx.fn.now() })
  return journalId
}

/** proposed → refused; whoever proposed it may take it back this way. */
export async function refuseAdjustment(tx: Knex.Transaction, id: string, by: string, note: string): Promise<void> {
  await lockProposed(tx, id)
  await tx("ledger_adjustment").where({ id }).update({ state: "refused", decided_by: by, decision_note: note, decided_at: tx.fn.now(), updated_at: tx.fn.now() })
}

async function lockProposed(tx: Knex.Transaction, id: string): Promise<Row> {
  const row = (await tx("ledger_adjustment").where({ id }).whereNull("deleted_at").forUpdate().first("id", "reference", "reason", "entries", "state", "proposed_by", "reverses")) as Row | undefined
  if (!row) throw ledgerErrors.adjustmentNotFound()
  if (row.state !== "proposed") throw ledgerErrors.adjustmentDecided()
  return row
}
