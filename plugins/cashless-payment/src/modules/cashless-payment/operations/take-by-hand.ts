import { bareAccountNumber, sameAccount, type NamedAccount } from "../rules/account-number"
import { decideByHand, type ByHandOutcome } from "../rules/by-hand"
import { bookTransfer, markPerhapsTold, takeOffDesk } from "./bank-transaction-row"
import type { BankTransfer } from "./bank-transfer"
import { lockIntent } from "./change-intent"
import { awaiting, countMoney } from "./count-money"
import { findTold } from "./find-told"
import { instant, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

export type ReceivedByHand = { intentId: string; amountVnd: number; bankReference: string | null; note: string | null }

/** How long a connection that was heard of counts as telling by itself. */
const HEARD_WITHIN_DAYS = 7

/**
 * "I have the money", said by the payee of an account that no aggregator watches. Counted once: with who said it and
 * when, and such that the bank's own notice of the same money later confirms it instead of counting again.
 */
export async function takeByHand(sql: Sql, input: ReceivedByHand, actor: Actor, now: Date): Promise<ByHandOutcome> {
  const intent = await lockIntent(sql, input.intentId)
  const said = transferSaid(intent, input, now)
  const account = { accountNumber: said.accountNumber, bin: textOrNull(intent, "payee_bin") }
  const { same, perhaps } = await findTold(sql, said, account, "hand", { codes: [], intentIds: [] })
  const outcome = decideByHand({
    rail: text(intent, "rail"),
    intent: intent.rail === "vietqr" ? awaiting(intent) : null,
    amountVnd: input.amountVnd,
    bankTells: await bankTells(sql, { accountNumber: textOrNull(intent, "payee_account_number"), bin: textOrNull(intent, "payee_bin") }, now),
    sameTransfer: same ? (same.state === "unmatched" ? "waiting" : "counted") : null,
    saidBefore: await saidBefore(sql, input),
  })
  if (outcome.kind !== "recorded" || intent.status === "succeeded") return outcome
  const booked = await bookTransfer(sql, said, {
    channel: "hand", heardBy: "hand", state: "matched", reason: "said_by_hand", intentId: input.intentId, surplusVnd: 0, onHouseAccount: false, standsFor: same ? null : account,
  })
  if (!booked) return { kind: "already_counted" }
  if (same) await takeOffDesk(sql, same, text(booked, "id"), actor.id, now)
  else await markPerhapsTold(sql, perhaps, text(booked, "id"))
  const receivedVnd = vnd(intent, "amount_received_vnd") + input.amountVnd
  await countMoney(sql, intent, { kind: "matched", reason: "exact", receivedVnd, surplusVnd: 0 }, text(booked, "id"), now)
  await writeAudit(sql, actor, {
    subjectId: text(booked, "id"),
    action: "received_by_hand",
    note: input.note,
    data: { intent_id: input.intentId, amount_vnd: input.amountVnd, bank_reference: input.bankReference },
  })
  return outcome
}

function transferSaid(intent: Row, { intentId, amountVnd, bankReference, note }: ReceivedByHand, now: Date): BankTransfer {
  return {
    provider: "manual",
    // With what had come before: the same word said twice is the same row, the rest of a part payment is another.
    providerTransactionId: `${intentId}:${vnd(intent, "amount_received_vnd")}`,
    bankName: textOrNull(intent, "payee_bank_name") ?? "",
    accountNumber: textOrNull(intent, "payee_account_number") ?? "",
    subAccountNumber: null,
    direction: "in",
    amountVnd,
    memo: note ?? "",
    referenceCode: bankReference,
    bookedAt: now,
  }
}

/** Whether a connection of this account was heard of lately: then the bank says it better than a person. */
export async function bankTells(sql: Sql, account: NamedAccount, now: Date): Promise<boolean> {
  if (!account.accountNumber) return false
  const rows = await sql(
    "select account_number, bank_bin from payee_webhook where last_notice_at > ? and disconnected_at is null and deleted_at is null and upper(regexp_replace(account_number, '[^A-Za-z0-9]', '', 'g')) = ?",
    [new Date(now.getTime() - HEARD_WITHIN_DAYS * 86_400_000), bareAccountNumber(account.accountNumber)],
  )
  return rows.some((row) => sameAccount({ accountNumber: text(row, "account_number"), bin: text(row, "bank_bin") }, account))
}

async function saidBefore(sql: Sql, { intentId, amountVnd }: ReceivedByHand): Promise<boolean> {
  const rows = await sql("select 1 from bank_transaction where intent_id = ? and provider = 'manual' and amount_vnd = ? and deleted_at is null", [intentId, amountVnd])
  return rows.length > 0
}

/** What was said by hand about an intent. Times are ISO 8601 in UTC. */
export type SaidByHand = { transaction_id: string; amount_vnd: number; said_at: string; said_by: string | null; bank_reference: string | null; confirmed_by_bank: boolean }

export async function findSaidByHand(sql: Sql, intentId: string): Promise<SaidByHand | null> {
  const [row] = await sql(
    `select t.*, a.actor_name from bank_transaction t
     left join payment_audit_entry a on a.subject_id = t.id and a.action = 'received_by_hand'
     where t.intent_id = ? and t.provider = 'manual' and t.deleted_at is null order by t.id desc limit 1`,
    [intentId],
  )
  if (!row) return null
  return {
    transaction_id: text(row, "id"),
    amount_vnd: vnd(row, "amount_vnd"),
    said_at: instant(row, "booked_at").toISOString(),
    said_by: textOrNull(row, "actor_name"),
    bank_reference: textOrNull(row, "reference_code"),
    confirmed_by_bank: textOrNull(row, "confirmed_by_id") !== null,
  }
}
