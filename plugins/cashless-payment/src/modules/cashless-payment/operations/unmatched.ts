import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { decideBankNotice } from "../rules/bank-notice"
import type { LiesWith } from "../rules/lies-with"
import { lockIntent } from "./change-intent"
import { awaiting, countMoney } from "./count-money"
import { tellLateMoney } from "./late-money"
import { decideLiesWith } from "./money-with-house"
import { withSuccessors } from "./replaced-intent"
import { instant, insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/** Money nobody could assign, as the desk shows it. Times are ISO 8601 in UTC. */
export type UnmatchedTransaction = {
  id: string
  provider: string
  heard_by: string
  bank_name: string
  bank_bin: string | null
  account_number: string
  amount_vnd: number
  memo: string
  reference_code: string | null
  counter_account: { bank_bin: string | null; bank_name: string | null; account_number: string | null; name: string | null } | null
  booked_at: string
  reason: string
  intent_id: string | null
  /** The payment of `intent_id`: what the memo of one of its tellings, or a person, said that it is for. */
  named: { description: string; memo: string | null } | null
  /** Of `perhaps_told`: the transfer that this may be told of once more; `paid_for` says what it has paid, if it has. */
  may_repeat: { id: string; provider: string; memo: string; booked_at: string; state: string; paid_for: string | null } | null
}

/** `id`: this one alone, if it still lies there. */
export type UnmatchedPage = { limit: number; offset: number; olderThanDays: number; reason: string | null; id?: string | null }

const MAY_REPEAT = `(select json_build_object('id', r.id, 'provider', r.provider, 'memo', r.memo, 'booked_at', to_char(r.booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
   'state', r.state, 'paid_for', case when r.state = 'matched' then i.description end)
   from bank_transaction r left join payment_intent i on i.id = r.intent_id where r.id = t.may_repeat_id and t.reason = 'perhaps_told')`

const NAMED = "(select json_build_object('description', i.description, 'memo', i.memo_code) from payment_intent i where i.id = t.intent_id)"

/** Oldest first: it has waited longest. */
export async function listUnmatched(sql: Sql, { limit, offset, olderThanDays, reason, id = null }: UnmatchedPage, now: Date): Promise<{ transactions: UnmatchedTransaction[]; count: number }> {
  const where = "t.state = 'unmatched' and t.booked_at <= ? and (?::text is null or t.reason = ?) and (?::text is null or t.id = ?) and t.deleted_at is null"
  const params = [new Date(now.getTime() - olderThanDays * 86_400_000), reason, reason, id, id]
  const [total] = await sql(`select count(*) as count from bank_transaction t where ${where}`, params)
  const rows = await sql(`select t.*, ${MAY_REPEAT} as may_repeat, ${NAMED} as named from bank_transaction t where ${where} order by t.booked_at, t.id limit ? offset ?`, [...params, limit, offset])
  return { transactions: rows.map(toUnmatched), count: Number(total?.count ?? 0) }
}

export type Assignment = {
  transactionId: string
  intentId: string
  /** What the person saw when deciding; another amount means they decided about something else. */
  amountVnd: number
  note: string | null
  /** Where the money lies, if that is another account than the payment's (rules/lies-with). */
  liesWith?: LiesWith | null
}

/**
 * A person says whose the money is: it then counts as a notice with the right code would have. Locks: intent → transaction.
 * Returns the intent it counts for, which is the chosen one or what replaced it; `counted` is false when it was only named.
 */
export async function assignTransaction(sql: Sql, { transactionId, intentId, amountVnd, note, liesWith: said = null }: Assignment, actor: Actor, now: Date): Promise<{ intentId: string; counted: boolean }> {
  const intent = await lockPayable(sql, intentId)
  const transaction = await lockUnmatched(sql, transactionId)
  if (vnd(transaction, "amount_vnd") !== amountVnd) throw new PaymentError("amount_changed")
  if (intent.rail !== "vietqr") throw new PaymentError("wrong_rail_for_transfer")
  const liesWith = await decideLiesWith(sql, transaction, intent, said)
  const target = awaiting(intent)
  if (intent.status === "canceled" && intent.origin === "process") {
    await leaveToOpener(sql, { transactionId, intentId: text(intent, "id"), amountVnd, note, liesWith }, actor, now)
    return { intentId: text(intent, "id"), counted: false }
  }
  // The account is the person's judgement here (a virtual account, a transfer sent on); the state and the sum are not.
  const outcome = decideBankNotice({ direction: "in", accountNumber: target.accountNumber, bin: target.bin, amountVnd }, target, false)
  if (outcome.kind !== "matched") throw new PaymentError("intent_not_payable")
  await sql(
    `update bank_transaction set state = 'matched', reason = ?, intent_id = ?, surplus_vnd = ?, raw_surplus_vnd = ?, resolved_at = ?, resolved_by = ?,
       resolution_note = ?, lies_with = ?, updated_at = now() where id = ?`,
    [`assigned_${outcome.reason}`, text(intent, "id"), ...Object.values(moneyColumns("surplus_vnd", outcome.surplusVnd)), now, actor.id, note, liesWith, transactionId],
  )
  await countMoney(sql, intent, outcome, transactionId, now)
  await writeAudit(sql, actor, { subjectId: transactionId, action: "assigned", note, data: { intent_id: text(intent, "id"), amount_vnd: amountVnd, lies_with: liesWith } })
  return { intentId: text(intent, "id"), counted: true }
}

/** The chosen intent, or the one that asks for the same in its place. */
async function lockPayable(sql: Sql, intentId: string): Promise<Row> {
  const chosen = await lockIntent(sql, intentId)
  const [last] = await withSuccessors(sql, [chosen])
  return last ?? chosen
}

/**
 * The intent is over, but what it was for may still be owed: its opener is told, as if the notice had named it, and lets
 * the money count if so. Otherwise it stays at the desk, with its name on it.
 */
async function leaveToOpener(sql: Sql, { transactionId, intentId, amountVnd, note, liesWith = null }: Assignment, actor: Actor, now: Date): Promise<void> {
  await sql("update bank_transaction set reason = 'late', intent_id = ?, lies_with = ?, updated_at = now() where id = ?", [intentId, liesWith, transactionId])
  await tellLateMoney(sql, intentId, transactionId, now)
  await writeAudit(sql, actor, { subjectId: transactionId, action: "named", note, data: { intent_id: intentId, amount_vnd: amountVnd, lies_with: liesWith } })
}

/** The money goes back to whoever sent it, by hand; where to is known from some aggregators. */
export async function returnTransaction(sql: Sql, transactionId: string, note: string | null, actor: Actor, now: Date): Promise<string> {
  const transaction = await lockUnmatched(sql, transactionId)
  const id = generateEntityId(undefined, "htr")
  await insertRow(sql, "hand_transfer", {
    id,
    bank_transaction_id: transactionId,
    ...moneyColumns("amount_vnd", vnd(transaction, "amount_vnd")),
    state: "waiting",
    bank_bin: textOrNull(transaction, "counter_bank_bin"),
    bank_name: textOrNull(transaction, "counter_bank_name"),
    account_number: textOrNull(transaction, "counter_account_number"),
    account_name: textOrNull(transaction, "counter_account_name"),
    ...(transaction.counter_bank_bin && transaction.counter_account_number ? { account_by: "payment", account_at: now } : {}),
  })
  await settle(sql, transactionId, actor, note, now)
  await writeAudit(sql, actor, { subjectId: transactionId, action: "return_queued", note })
  return id
}

/** Takes it off the desk with a note of what was done about it elsewhere. */
export async function dismissTransaction(sql: Sql, transactionId: string, note: string, actor: Actor, now: Date): Promise<void> {
  await lockUnmatched(sql, transactionId)
  await settle(sql, transactionId, actor, note, now)
  await writeAudit(sql, actor, { subjectId: transactionId, action: "dismissed", note })
}

async function settle(sql: Sql, id: string, actor: Actor, note: string | null, now: Date): Promise<void> {
  await sql("update bank_transaction set state = 'resolved', resolved_at = ?, resolved_by = ?, resolution_note = ?, updated_at = now() where id = ?", [now, actor.id, note, id])
}

async function lockUnmatched(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql("select * from bank_transaction where id = ? and state = 'unmatched' and deleted_at is null for update", [id])
  if (!row) throw new PaymentError("transaction_not_found")
  return row
}

function toUnmatched(row: Row): UnmatchedTransaction {
  const counter = { bank_bin: textOrNull(row, "counter_bank_bin"), bank_name: textOrNull(row, "counter_bank_name"), account_number: textOrNull(row, "counter_account_number"), name: textOrNull(row, "counter_account_name") }
  return {
    id: text(row, "id"),
    provider: text(row, "provider"),
    heard_by: text(row, "heard_by"),
    bank_name: text(row, "bank_name"),
    bank_bin: textOrNull(row, "bank_bin"),
    account_number: text(row, "account_number"),
    amount_vnd: vnd(row, "amount_vnd"),
    memo: text(row, "memo"),
    reference_code: textOrNull(row, "reference_code"),
    counter_account: counter.account_number ? counter : null,
    booked_at: instant(row, "booked_at").toISOString(),
    reason: text(row, "reason"),
    intent_id: textOrNull(row, "intent_id"),
    named: (row.named ?? null) as UnmatchedTransaction["named"],
    may_repeat: (row.may_repeat ?? null) as UnmatchedTransaction["may_repeat"],
  }
}
