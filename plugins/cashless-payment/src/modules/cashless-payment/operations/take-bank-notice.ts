import { generateEntityId } from "@medusajs/framework/utils"
import { decideBankNotice, type NoticeOutcome } from "../rules/bank-notice"
import type { IntentStatus } from "../rules/intent-state"
import { findMemoCodes } from "../rules/memo-code"
import { changeIntent, lockIntent } from "./change-intent"
import { receiveNotice, settleNotice } from "./inbox"
import { queueRefund } from "./refunds"
import { insertRow, moneyColumns, text, vnd, type Row, type Sql } from "./sql"

/** A bank notice of any aggregator, read into one shape. */
export type BankTransfer = {
  provider: "sepay"
  providerTransactionId: string
  bankName: string
  accountNumber: string
  subAccountNumber: string | null
  direction: "in" | "out"
  amountVnd: number
  /** Everything in which the buyer's code may stand. */
  memo: string
  referenceCode: string | null
  bookedAt: Date
}

/**
 * One genuine bank notice, in the caller's transaction (locks: inbox → intent). The transfer is kept whatever comes
 * of it: counted, ignored, or unmatched for a person to decide.
 */
export async function takeBankNotice(sql: Sql, transfer: BankTransfer, raw: string, now: Date): Promise<NoticeOutcome> {
  const entry = await receiveNotice(sql, transfer.provider, transfer.providerTransactionId, raw)
  if (entry.settledOutcome) return { kind: "ignored", reason: "duplicate" }

  const intent = await findIntent(sql, transfer.memo)
  const outcome = decideBankNotice(transfer, intent ? awaiting(intent) : null, await seenBefore(sql, transfer))
  const intentId = intent ? text(intent, "id") : null
  const booked = outcome.reason === "duplicate" ? null : await book(sql, transfer, outcome, intentId)
  if (!booked) {
    await settleNotice(sql, entry, "ignored_duplicate", intentId)
    return { kind: "ignored", reason: "duplicate" }
  }
  if (outcome.kind === "matched" && intent) {
    await changeIntent(sql, intent, {
      event: outcome.reason === "under" ? "money_partial" : "money_full",
      now,
      receivedVnd: outcome.receivedVnd,
    })
    if (outcome.surplusVnd > 0) {
      await queueRefund(sql, { intentId: text(intent, "id"), amountVnd: outcome.surplusVnd, reason: "overpaid", idempotencyKey: `surplus:${text(booked, "id")}` })
    }
  }
  await settleNotice(sql, entry, `${outcome.kind}_${outcome.reason}`, intentId)
  return outcome
}

/** The intent whose code stands in the memo, locked. A memo may hold several well-formed codes; the oldest intent wins. */
async function findIntent(sql: Sql, memo: string): Promise<Row | null> {
  const codes = findMemoCodes(memo)
  if (codes.length === 0) return null
  const [found] = await sql(
    `select id from payment_intent where memo_code in (${codes.map(() => "?").join(", ")}) and deleted_at is null order by id limit 1`,
    codes,
  )
  return found ? lockIntent(sql, text(found, "id")) : null
}

function awaiting(intent: Row) {
  return {
    status: intent.status as IntentStatus,
    amountVnd: vnd(intent, "amount_vnd"),
    amountReceivedVnd: vnd(intent, "amount_received_vnd"),
    accountNumber: text(intent, "payee_account_number"),
  }
}

/** The same transfer under another notice id: same account, bank reference, amount and direction. */
async function seenBefore(sql: Sql, { provider, accountNumber, referenceCode, amountVnd, direction }: BankTransfer): Promise<boolean> {
  if (!referenceCode) return false
  const rows = await sql(
    `select 1 from bank_transaction
     where provider = ? and account_number = ? and reference_code = ? and amount_vnd = ? and direction = ? and deleted_at is null`,
    [provider, accountNumber, referenceCode, amountVnd, direction],
  )
  return rows.length > 0
}

async function book(sql: Sql, transfer: BankTransfer, outcome: NoticeOutcome, intentId: string | null): Promise<Row | null> {
  return insertRow(
    sql,
    "bank_transaction",
    {
      id: generateEntityId(undefined, "btx"),
      provider: transfer.provider,
      provider_transaction_id: transfer.providerTransactionId,
      bank_name: transfer.bankName,
      account_number: transfer.accountNumber,
      direction: transfer.direction,
      ...moneyColumns("amount_vnd", transfer.amountVnd),
      ...moneyColumns("surplus_vnd", outcome.kind === "matched" ? outcome.surplusVnd : 0),
      memo: transfer.memo,
      reference_code: transfer.referenceCode,
      booked_at: transfer.bookedAt,
      intent_id: intentId,
      state: outcome.kind,
      reason: outcome.reason,
    },
    "on conflict do nothing",
  )
}
