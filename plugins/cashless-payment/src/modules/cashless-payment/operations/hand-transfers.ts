import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { encodeVietqr } from "../rules/vietqr"
import { lockIntent } from "./change-intent"
import { changeRefund } from "./refunds"
import { instant, insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/** Money a person has to send back with a bank's app. `id` is the refund's own, or that of a return of unmatched money. */
export type HandTransferView = {
  id: string
  amount_vnd: number
  reason: string
  description: string | null
  /** On whose account the money lies: from there it has to be sent. */
  held_by: { bank_name: string | null; account_number: string | null; account_name: string | null }
  /** Where to; null until somebody has asked the buyer. */
  to: { bin: string; bank_name: string | null; account_number: string; account_name: string | null } | null
  /** VietQR of exactly this transfer. */
  qr_payload: string | null
  queued_at: string
}

/**
 * Refunds that wait for a person, and returns of unmatched money. Where to is what was entered, else the one account
 * the intent was paid from, when an aggregator told it.
 */
const WAITING = `
  select r.id, r.amount_vnd, r.reason, r.created_at, i.description, i.memo_code,
         i.payee_bank_name as held_bank, i.payee_account_number as held_account, i.payee_account_name as held_name,
         coalesce(h.bank_bin, payer.counter_bank_bin) as to_bin, coalesce(h.bank_name, payer.counter_bank_name) as to_bank,
         coalesce(h.account_number, payer.counter_account_number) as to_account, coalesce(h.account_name, payer.counter_account_name) as to_name
  from payment_refund r
  join payment_intent i on i.id = r.intent_id
  left join hand_transfer h on h.refund_id = r.id and h.deleted_at is null
  left join lateral (
    select min(t.counter_bank_bin) as counter_bank_bin, min(t.counter_bank_name) as counter_bank_name,
           min(t.counter_account_number) as counter_account_number, min(t.counter_account_name) as counter_account_name
    from bank_transaction t where t.intent_id = i.id and t.counter_account_number is not null and t.deleted_at is null
    having count(distinct t.counter_account_number) = 1
  ) payer on true
  where r.status = 'requires_action' and r.deleted_at is null
  union all
  select h.id, h.amount_vnd, t.reason, h.created_at, t.memo, null, t.bank_name, t.account_number, null, h.bank_bin, h.bank_name, h.account_number, h.account_name
  from hand_transfer h join bank_transaction t on t.id = h.bank_transaction_id
  where h.state = 'waiting' and h.deleted_at is null`

export async function listHandTransfers(sql: Sql, limit: number, offset: number): Promise<{ transfers: HandTransferView[]; count: number }> {
  const [total] = await sql(`select count(*) as count from (${WAITING}) as waiting`)
  const rows = await sql(`select * from (${WAITING}) as waiting order by created_at, id limit ? offset ?`, [limit, offset])
  return { transfers: rows.map(toView), count: Number(total?.count ?? 0) }
}

export type TransferAccount = { bin: string; bankName: string; accountNumber: string; accountName: string }

/** Notes where the money is to go, once the buyer has said. */
export async function setTransferAccount(sql: Sql, id: string, { bin, bankName, accountNumber, accountName }: TransferAccount, actor: Actor): Promise<void> {
  try {
    encodeVietqr({ bin, accountNumber })
  } catch {
    throw new PaymentError("invalid_payee")
  }
  const transfer = await lockWaiting(sql, id)
  await sql("update hand_transfer set bank_bin = ?, bank_name = ?, account_number = ?, account_name = ?, updated_at = now() where id = ?", [bin, bankName, accountNumber, accountName, text(transfer, "id")])
  await writeAudit(sql, actor, { subjectId: id, action: "account_noted", data: { bin, account_number: accountNumber } })
}

/** The money has been sent. One person is enough; who it was is in the book. */
export async function finishHandTransfer(sql: Sql, id: string, bankReference: string, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockWaiting(sql, id)
  await close(sql, transfer, "done", bankReference, actor, now)
  const refundId = textOrNull(transfer, "refund_id")
  if (refundId) await settleRefund(sql, refundId, "money_returned", bankReference, actor, now)
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_done", data: { bank_reference: bankReference, amount_vnd: vnd(transfer, "amount_vnd") } })
}

/** The money is not to be sent after all: a refund is canceled, unmatched money lies at the desk again. */
export async function cancelHandTransfer(sql: Sql, id: string, note: string, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockWaiting(sql, id)
  await close(sql, transfer, "canceled", null, actor, now)
  const refundId = textOrNull(transfer, "refund_id")
  if (refundId) await settleRefund(sql, refundId, "canceled", note, actor, now)
  else {
    await sql("update bank_transaction set state = 'unmatched', resolved_at = null, resolved_by = null, resolution_note = null, updated_at = now() where id = ?", [text(transfer, "bank_transaction_id")])
  }
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_canceled", note })
}

async function close(sql: Sql, transfer: Row, state: "done" | "canceled", bankReference: string | null, actor: Actor, now: Date): Promise<void> {
  await sql("update hand_transfer set state = ?, bank_reference = ?, finished_at = ?, finished_by = ?, updated_at = now() where id = ?", [state, bankReference, now, actor.id, text(transfer, "id")])
}

async function settleRefund(sql: Sql, refundId: string, event: "money_returned" | "canceled", note: string, actor: Actor, now: Date): Promise<void> {
  const [refund] = await sql("select * from payment_refund where id = ? for update", [refundId])
  if (!refund || !(await changeRefund(sql, refund, { event, now, settledBy: actor.id, note }))) throw new PaymentError("hand_transfer_not_found")
}

/** Locks in the house's order: intent → refund → transfer. A refund has its transfer made here when it has none yet. */
async function lockWaiting(sql: Sql, id: string): Promise<Row> {
  const [refund] = await sql("select * from payment_refund where id = ? and status = 'requires_action' and deleted_at is null", [id])
  if (!refund) return lockTransfer(sql, "id", id)
  await lockIntent(sql, text(refund, "intent_id"))
  await insertRow(
    sql,
    "hand_transfer",
    { id: generateEntityId(undefined, "htr"), refund_id: id, ...moneyColumns("amount_vnd", vnd(refund, "amount_vnd")), state: "waiting" },
    "on conflict do nothing",
  )
  return lockTransfer(sql, "refund_id", id)
}

async function lockTransfer(sql: Sql, column: "id" | "refund_id", id: string): Promise<Row> {
  const [row] = await sql(`select * from hand_transfer where ${column} = ? and state = 'waiting' and deleted_at is null for update`, [id])
  if (!row) throw new PaymentError("hand_transfer_not_found")
  return row
}

function toView(row: Row): HandTransferView {
  const bin = textOrNull(row, "to_bin")
  const accountNumber = textOrNull(row, "to_account")
  const amountVnd = vnd(row, "amount_vnd")
  const to = bin && accountNumber ? { bin, bank_name: textOrNull(row, "to_bank"), account_number: accountNumber, account_name: textOrNull(row, "to_name") } : null
  return {
    id: text(row, "id"),
    amount_vnd: amountVnd,
    reason: text(row, "reason"),
    description: textOrNull(row, "description"),
    held_by: { bank_name: textOrNull(row, "held_bank"), account_number: textOrNull(row, "held_account"), account_name: textOrNull(row, "held_name") },
    to,
    qr_payload: to ? encodeVietqr({ bin: to.bin, accountNumber: to.account_number.replace(/[^A-Za-z0-9]/g, ""), amountVnd, memo: `Hoan tien ${textOrNull(row, "memo_code") ?? ""}`.trim() }) : null,
    queued_at: instant(row, "created_at").toISOString(),
  }
}
