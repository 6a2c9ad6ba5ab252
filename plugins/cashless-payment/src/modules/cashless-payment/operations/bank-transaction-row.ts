import { generateEntityId } from "@medusajs/framework/utils"
import { NAMELESS_REASONS, type ToldAccount } from "../rules/bank-notice"
import { bankOfName, namesBank } from "../rules/banks"
import { keyOfNth, transferKey } from "../rules/transfer-key"
import type { BankTransfer } from "./bank-transfer"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"

export type Booking = {
  channel: string
  heardBy: "notice" | "list" | "hand"
  state: "matched" | "unmatched" | "ignored"
  reason: string
  intentId: string | null
  surplusVnd: number
  /** Whether it lies on the house's own account (rules/house-account); null: not asked yet. */
  onHouseAccount: boolean | null
  /** The account this row stands for the transfer on; null where it must not: another row does, or the speaker may not speak of it. */
  standsFor: ToldAccount | null
  /** Set when another transfer has the same reference: the how manieth this one is (find-told `ToldBefore.repeats`). */
  repeats?: number | null
  /** Of `perhaps_told`: the row of the transfer that this may be told of once more. */
  mayRepeatId?: string | null
}

/** Writes a transfer down. Null when one of the unique keys says it is there already. */
export async function bookTransfer(sql: Sql, transfer: BankTransfer, booking: Booking): Promise<Row | null> {
  const key = booking.standsFor && transferKey({ ...transfer, ...booking.standsFor })
  return insertRow(
    sql,
    "bank_transaction",
    {
      id: generateEntityId(undefined, "btx"),
      provider: transfer.provider,
      channel: booking.channel,
      heard_by: booking.heardBy,
      provider_transaction_id: transfer.providerTransactionId,
      bank_name: transfer.bankName,
      bank_bin: await bankOfTransfer(sql, transfer, booking.channel),
      account_number: transfer.accountNumber,
      direction: transfer.direction,
      ...moneyColumns("amount_vnd", transfer.amountVnd),
      ...moneyColumns("surplus_vnd", booking.surplusVnd),
      memo: transfer.memo,
      reference_code: transfer.referenceCode,
      transfer_key: key && keyOfNth(key, booking.repeats ?? 1),
      transfer_bin: booking.standsFor?.bin ?? null,
      counter_bank_bin: transfer.counterParty?.bankBin ?? null,
      counter_bank_name: transfer.counterParty?.bankName ?? null,
      counter_account_number: transfer.counterParty?.accountNumber ?? null,
      counter_account_name: transfer.counterParty?.name ?? null,
      booked_at: transfer.bookedAt,
      intent_id: booking.intentId,
      state: booking.state,
      reason: booking.reason,
      may_repeat_id: booking.mayRepeatId ?? null,
      on_house_account: booking.onHouseAccount,
    },
    "on conflict do nothing",
  )
}

/**
 * At which bank the account is that a notice is about: as the payee called it whose connection tells, where the aggregator
 * may mean the same; else as the aggregator does; null: neither says.
 */
export async function bankOfTransfer(sql: Sql, transfer: BankTransfer, channel: string): Promise<string | null> {
  const [named, own] = [bankOfName(transfer.bankName), await bankOfConnection(sql, channel)]
  return own && (!named || namesBank(named, own)) ? own : named
}

/** A payee's own connection is about one account, of a bank the payee named. */
async function bankOfConnection(sql: Sql, channel: string): Promise<string | null> {
  if (channel === "house" || channel === "hand") return null
  const [row] = await sql("select bank_bin from payee_webhook where id = ?", [channel])
  return row ? textOrNull(row, "bank_bin") : null
}

/** Lies at the desk, and may be what was counted under another telling: whoever decides about it is told so. */
export async function markPerhapsTold(sql: Sql, row: Row | null, tellingId: string): Promise<void> {
  if (!row) return
  await sql(
    `update bank_transaction set reason = 'perhaps_told', may_repeat_id = ?, updated_at = now() where id = ? and state = 'unmatched' and reason in (${NAMELESS_REASONS.map((reason) => `'${reason}'`).join(", ")})`,
    [tellingId, text(row, "id")],
  )
}

/**
 * A transfer that lies at the desk because its first telling named nobody is told again, and names an open payment: it
 * counts there. False when that may have counted already, or a person was faster. It has not counted where what it may
 * repeat is one of `others`, which are other transfers than the one that this telling is of.
 */
export async function countToldAgain(sql: Sql, row: Row, intentId: string, { reason, surplusVnd }: { reason: string; surplusVnd: number }, others: readonly string[]): Promise<boolean> {
  const isOther = others.includes(textOrNull(row, "may_repeat_id") ?? "")
  const taken = await sql(
    `update bank_transaction set state = 'matched', reason = ?, intent_id = ?, surplus_vnd = ?, raw_surplus_vnd = ?, updated_at = now()
     where id = ? and state = 'unmatched' and (reason <> 'perhaps_told' or ?::boolean) returning id`,
    [`told_again_${reason}`, intentId, ...Object.values(moneyColumns("surplus_vnd", surplusVnd)), text(row, "id"), isOther],
  )
  return taken.length > 0
}

/**
 * A transfer that lies at the desk and names nobody is told again with the name of a payment that it does not pay by
 * itself: whoever decides about it sees for whom it is, and why it did not count. Returns whether it is the payment's now.
 */
export async function nameToldAgain(sql: Sql, row: Row, intentId: string, reason: string): Promise<boolean> {
  const named = await sql(
    `update bank_transaction set intent_id = ?, reason = case when reason in (${NAMELESS_REASONS.map((one) => `'${one}'`).join(", ")}) then ? else reason end, updated_at = now()
     where id = ? and state = 'unmatched' and intent_id is null returning reason`,
    [intentId, reason, text(row, "id")],
  )
  return named[0]?.reason === reason
}

/** What a payee said by hand about an intent and no bank has confirmed: the amount, or null. The caller holds the intent's lock. */
export async function unconfirmedByHand(sql: Sql, intentId: string): Promise<{ id: string; amountVnd: number } | null> {
  const [row] = await sql(
    `select id, amount_vnd from bank_transaction
     where intent_id = ? and provider = 'manual' and state = 'matched' and confirmed_by_id is null and deleted_at is null order by id limit 1`,
    [intentId],
  )
  return row ? { id: text(row, "id"), amountVnd: vnd(row, "amount_vnd") } : null
}

export async function confirmByHand(sql: Sql, manualId: string, confirmedById: string): Promise<void> {
  await sql("update bank_transaction set confirmed_by_id = ?, updated_at = now() where id = ? and confirmed_by_id is null", [confirmedById, manualId])
}

/** The money lay at the desk because its memo named nobody; now it is what a payee says, or has said, to have. `by`: the person whose word that was; null: a bank's. */
export async function takeOffDesk(sql: Sql, transaction: Row, manualId: string, by: string | null, now: Date): Promise<void> {
  await sql(
    "update bank_transaction set state = 'ignored', reason = 'confirms_manual', resolved_at = ?, resolved_by = ?, updated_at = now() where id = ? and state = 'unmatched'",
    [now, by, text(transaction, "id")],
  )
  await sql("update bank_transaction set confirmed_by_id = ?, updated_at = now() where id = ?", [text(transaction, "id"), manualId])
}

/** Lies at the desk because it names no payment, and nobody has said of which it may be. */
export const isNameless = (row: Row): boolean => row.state === "unmatched" && row.intent_id === null && NAMELESS_REASONS.some((reason) => reason === row.reason)

export function isUnconfirmedByHand(row: Row | null): row is Row {
  return row !== null && row.provider === "manual" && textOrNull(row, "confirmed_by_id") === null
}
