import { randomBytes, randomInt } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { payoutErrors } from "./errors"
import { queueTransfers } from "./queue-transfers"
import { newPayoutCode } from "./rules/payout-code"
import type { PayoutWay } from "./rules/payout-ways"
import type { PlannedLine } from "./rules/plan-payouts"
import { AT_PROVIDER, type TransferState } from "./rules/transfer-turn"

export type BatchState = "draft" | "approved" | "sent" | "settled" | "canceled"
type BatchRow = { id: string; state: BatchState; created_by: string; way: PayoutWay }

export type NewBatch = { soldUntil: string; reason: string; createdBy: string; way?: PayoutWay; lines: PlannedLine[] }

const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`
const money = (name: string, vnd: number) => ({ [name]: vnd, [`raw_${name}`]: JSON.stringify({ value: String(vnd), precision: 20 }) })

/**
 * A batch with its lines, or null when every seller was taken by another batch meanwhile: the unique index on open lines
 * decides, whoever read which balance before.
 */
export async function insertBatch(tx: Knex.Transaction, batch: NewBatch): Promise<string | null> {
  const id = newId("pob")
  await tx("payout_batch").insert({ id, state: "draft", way: batch.way ?? "bank_file", sold_until: batch.soldUntil, reason: batch.reason, created_by: batch.createdBy })
  let lines = 0
  // In a fixed order, so that two batches at once wait for each other instead of dead-locking on the index.
  for (const line of [...batch.lines].sort((a, b) => (a.sellerId < b.sellerId ? -1 : 1))) {
    const row = {
      id: newId("pol"),
      batch_id: id,
      seller_id: line.sellerId,
      reference: newPayoutCode((limit) => randomInt(limit)),
      state: "planned",
      ...money("amount_vnd", line.amountVnd),
      ...money("netted_vnd", line.nettedVnd),
      bank_bin: line.account.bankBin,
      bank_name: line.account.bankName,
      account_number: line.account.accountNumber,
      account_name: line.account.accountName,
    }
    const columns = Object.keys(row)
    const { rows } = (await tx.raw(
      `insert into payout_line (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})
       on conflict (seller_id) where state in ('planned', 'in_transit') and deleted_at is null do nothing returning id`,
      Object.values(row),
    )) as { rows: unknown[] }
    lines += rows.length
  }
  if (lines === 0) {
    await tx("payout_batch").where({ id }).delete()
    return null
  }
  await noteAct(tx, { batchId: id, act: "created", by: batch.createdBy, note: batch.reason })
  return id
}

/** draft → approved, by another person than its maker. The check constraint says the same. */
export async function approveBatch(tx: Knex.Transaction, id: string, by: string, note: string): Promise<void> {
  const batch = await lockBatch(tx, id)
  if (batch.created_by === by) throw payoutErrors.samePerson()
  if (batch.state !== "draft") throw payoutErrors.wrongState()
  await tx("payout_batch").where({ id }).update({ state: "approved", approved_by: by, updated_at: tx.fn.now() })
  await noteAct(tx, { batchId: id, act: "approved", by, note })
}

export async function cancelBatch(tx: Knex.Transaction, id: string, by: string, note: string): Promise<void> {
  const batch = await lockBatch(tx, id)
  if (batch.state !== "draft") throw payoutErrors.wrongState()
  await tx("payout_line").where({ batch_id: id, state: "planned" }).update({ state: "canceled", failure: "batch_canceled", updated_at: tx.fn.now() })
  await tx("payout_batch").where({ id }).update({ state: "canceled", updated_at: tx.fn.now() })
  await noteAct(tx, { batchId: id, act: "canceled", by, note })
}

/** approved → sent, once every line is booked or dropped. By payOS this is where the lines are queued. */
export async function sendBatch(tx: Knex.Transaction, id: string, by: string, note: string): Promise<void> {
  const batch = await lockBatch(tx, id)
  const planned = await tx("payout_line").where({ batch_id: id, state: "planned" }).first("id")
  if (batch.state !== "approved" || planned) throw payoutErrors.wrongState()
  await tx("payout_batch").where({ id }).update({ state: "sent", sent_by: by, sent_at: tx.fn.now(), updated_at: tx.fn.now() })
  if (batch.way === "payos") await queueTransfers(tx, id)
  await noteAct(tx, { batchId: id, act: "sent", by, note })
}

/**
 * Who took the bank's file home, before it is handed out: whoever later takes lines out has to know that a file with them is
 * about. `references`: the lines in it. @throws payout.wrong_state 409 when they are no longer what the batch would send
 */
export async function noteDownload(tx: Knex.Transaction, id: string, { by, file, references }: { by: string; file: string; references: string[] }): Promise<void> {
  const batch = await lockBatch(tx, id)
  const rows = (await tx("payout_line").where({ batch_id: id, state: "in_transit" }).select("reference")) as { reference: string }[]
  const same = rows.length === references.length && rows.every(({ reference }) => references.includes(reference))
  if ((batch.state !== "approved" && batch.state !== "sent") || !same) throw payoutErrors.wrongState()
  await noteAct(tx, { batchId: id, act: "file_downloaded", by, note: file })
}

export type DroppedLine = "balance_changed" | "held"

/**
 * Takes lines out of a batch that is approved and not sent, so nothing of them has gone out: they are canceled, and the
 * books, which had taken them off (`settled_at`), owe them again. What became of a line meanwhile stands. Returns how many.
 */
export async function withdrawLines(tx: Knex.Transaction, id: string, reasons: Map<string, DroppedLine>, by: string, note: string): Promise<number> {
  const batch = await lockBatch(tx, id)
  if (batch.state !== "approved") throw payoutErrors.wrongState()
  let withdrawn = 0
  for (const [lineId, reason] of reasons) {
    if (await dropLine(tx, { batchId: id, lineId, reason, by, note })) withdrawn += 1
  }
  const kept = await tx("payout_line").where({ batch_id: id }).whereIn("state", ["planned", "in_transit"]).first("id")
  if (!kept) await tx("payout_batch").where({ id }).update({ state: "settled", updated_at: tx.fn.now() })
  return withdrawn
}

/** in_transit → canceled with an end, by which the books know that they owe it again. False: it was no longer in transit. The batch is locked before. */
export async function dropLine(tx: Knex.Transaction, { batchId, lineId, reason, by, note }: { batchId: string; lineId: string; reason: DroppedLine; by: string; note: string }): Promise<boolean> {
  const changed = await tx("payout_line").where({ id: lineId, batch_id: batchId, state: "in_transit" }).update({ state: "canceled", failure: reason, settled_at: tx.fn.now(), updated_at: tx.fn.now() })
  if (changed === 0) return false
  await noteAct(tx, { batchId, act: "line_dropped", by, note, lineId })
  await settleBatchWhenDone(tx, batchId)
  return true
}

export type Settlement = { lineId: string; to: "paid" | "failed"; by: string; bankReference?: string; reason: string; byProvider?: boolean }

/** in_transit → paid | failed, once; the batch is settled with its last line. False: it was over before. */
export async function settleLine(tx: Knex.Transaction, { lineId, to, by, bankReference, reason, byProvider }: Settlement): Promise<boolean> {
  const line = (await tx("payout_line").where({ id: lineId }).first("id", "batch_id")) as { id: string; batch_id: string } | undefined
  if (!line) throw payoutErrors.lineNotFound()
  const batch = await lockBatch(tx, line.batch_id)
  if (batch.state !== "sent" && batch.state !== "settled") throw payoutErrors.lineSettled()
  if (!byProvider) await leaveProvider(tx, lineId, to)
  const changed = await tx("payout_line")
    .where({ id: lineId, state: "in_transit" })
    .update({ state: to, failure: to === "failed" ? reason : null, bank_reference: bankReference ?? null, settled_at: tx.fn.now(), updated_at: tx.fn.now() })
  if (changed === 0) return false
  await noteAct(tx, { batchId: line.batch_id, act: to === "paid" ? "line_paid" : "line_failed", by, note: reason, lineId })
  await settleBatchWhenDone(tx, line.batch_id)
  return true
}

/** paid → reversed, once: the money came back, and the books owe it again. False: the line was not paid. */
export async function reverseLine(tx: Knex.Transaction, lineId: string, reason: string, now: Date): Promise<boolean> {
  const changed = (await tx("payout_line").where({ id: lineId, state: "paid" }).update({ state: "reversed", failure: reason, reversed_at: now, updated_at: tx.fn.now() }).returning("batch_id")) as { batch_id: string }[]
  for (const { batch_id } of changed) await noteAct(tx, { batchId: batch_id, act: "line_reversed", by: "payos", note: reason, lineId })
  return changed.length > 0
}

/**
 * A person or a statement settles a line that goes by a provider: what was not sent yet never will be. As long as the
 * provider has it, or may have it, nobody can call it failed: the money would be owed, and paid, a second time.
 */
async function leaveProvider(tx: Knex.Transaction, lineId: string, to: "paid" | "failed"): Promise<void> {
  const transfer = (await tx("payout_transfer").where({ line_id: lineId }).forUpdate().first("id", "state")) as { id: string; state: TransferState } | undefined
  if (!transfer) return
  if (to === "failed" && AT_PROVIDER.includes(transfer.state)) throw payoutErrors.atProvider()
  if (transfer.state === "queued") await tx("payout_transfer").where({ id: transfer.id }).update({ state: "withdrawn", next_turn_at: null, updated_at: tx.fn.now() })
}

/** planned → in_transit (booked), or canceled because of `dropped`: the balance no longer covers it, or it is held. */
export async function bookLine(tx: Knex.Transaction, lineId: string, dropped: DroppedLine | null): Promise<void> {
  const line = (await tx("payout_line").where({ id: lineId }).first("batch_id")) as { batch_id: string }
  await lockBatch(tx, line.batch_id)
  const changed = await tx("payout_line")
    .where({ id: lineId, state: "planned" })
    .update({ state: dropped ? "canceled" : "in_transit", failure: dropped, updated_at: tx.fn.now() })
  if (changed === 0 || !dropped) return
  await noteAct(tx, { batchId: line.batch_id, act: "line_dropped", by: "cho-phien", note: dropped, lineId })
  const kept = await tx("payout_line").where({ batch_id: line.batch_id }).whereIn("state", ["planned", "in_transit"]).first("id")
  if (!kept) await tx("payout_batch").where({ id: line.batch_id }).update({ state: "settled", updated_at: tx.fn.now() })
}

async function settleBatchWhenDone(tx: Knex.Transaction, id: string): Promise<void> {
  const open = await tx("payout_line").where({ batch_id: id }).whereIn("state", ["planned", "in_transit"]).first("id")
  if (!open) await tx("payout_batch").where({ id, state: "sent" }).update({ state: "settled", updated_at: tx.fn.now() })
}

export async function lockBatch(tx: Knex.Transaction, id: string): Promise<BatchRow> {
  const row = (await tx("payout_batch").where({ id }).whereNull("deleted_at").forUpdate().first("id", "state", "created_by", "way")) as BatchRow | undefined
  if (!row) throw payoutErrors.batchNotFound()
  return row
}

export async function noteAct(tx: Knex.Transaction, { batchId, act, by, note, lineId }: { batchId: string; act: string; by: string; note: string; lineId?: string }): Promise<void> {
  await tx("payout_act").insert({ id: newId("poact"), batch_id: batchId, line_id: lineId ?? null, act, by, note })
}
