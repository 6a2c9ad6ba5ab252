import { generateEntityId } from "@medusajs/framework/utils"
import { bankOfName } from "../rules/banks"
import { transferKey } from "../rules/transfer-key"
import type { BankTransfer } from "./bank-transfer"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"

export type Booking = {
  channel: string
  heardBy: "notice" | "list" | "hand"
  state: "matched" | "unmatched" | "ignored"
  reason: string
  intentId: string | null
  surplusVnd: number
  /** False where this row must not stand for the transfer: another row does, or the speaker may not speak of it. */
  claimsTransfer: boolean
}

/** Writes a transfer down. Null when one of the unique keys says it is there already. */
export async function bookTransfer(sql: Sql, transfer: BankTransfer, booking: Booking): Promise<Row | null> {
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
      transfer_key: booking.claimsTransfer ? transferKey(transfer) : null,
      counter_bank_bin: transfer.counterParty?.bankBin ?? null,
      counter_bank_name: transfer.counterParty?.bankName ?? null,
      counter_account_number: transfer.counterParty?.accountNumber ?? null,
      counter_account_name: transfer.counterParty?.name ?? null,
      booked_at: transfer.bookedAt,
      intent_id: booking.intentId,
      state: booking.state,
      reason: booking.reason,
    },
    "on conflict do nothing",
  )
}

/** At which bank the account is that a notice is about: as the aggregator calls it, else as the payee did; null: neither says. */
export async function bankOfTransfer(sql: Sql, transfer: BankTransfer, channel: string): Promise<string | null> {
  return bankOfName(transfer.bankName) ?? bankOfConnection(sql, channel)
}

/** A payee's own connection is about one account, of a bank the payee named. */
async function bankOfConnection(sql: Sql, channel: string): Promise<string | null> {
  if (channel === "house" || channel === "hand") return null
  const [row] = await sql("select bank_bin from payee_webhook where id = ?", [channel])
  return row ? textOrNull(row, "bank_bin") : null
}

/** The row that already stands for this transfer, told under whatever id by whatever aggregator or person. */
export async function findSameTransfer(sql: Sql, transfer: BankTransfer): Promise<Row | null> {
  const key = transferKey(transfer)
  if (!key) return null
  const [row] = await sql("select * from bank_transaction where transfer_key = ? and deleted_at is null", [key])
  return row ?? null
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

export function isUnconfirmedByHand(row: Row | null): row is Row {
  return row !== null && row.provider === "manual" && textOrNull(row, "confirmed_by_id") === null
}
