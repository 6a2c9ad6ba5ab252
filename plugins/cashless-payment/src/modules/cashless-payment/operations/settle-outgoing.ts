import { namesAccount, type NamedAccount } from "../rules/account-number"
import { bankOfName } from "../rules/banks"
import { bankOfTransfer } from "./bank-transaction-row"
import type { BankTransfer, NoticeSource } from "./bank-transfer"
import { changeHandTransfer, lockHandTransfer } from "./lock-hand-transfer"
import { instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"

/**
 * Money that left an account and names a payment: if it is owed back in exactly that amount, the bank itself says that it
 * was sent. The caller holds the inbox row and the intents' locks. Returns what it ends, or null.
 */
export async function findOutgoing(sql: Sql, transfer: BankTransfer, { channel }: NoticeSource, intents: Row[]): Promise<string | null> {
  if (intents.length === 0) return null
  const rows = await sql(
    `select r.id, h.state, h.bank_bin, h.account_number, h.taken_over_at, i.payee_bin, i.payee_account_number
     from payment_refund r join payment_intent i on i.id = r.intent_id left join hand_transfer h on h.refund_id = r.id and h.deleted_at is null
     where r.intent_id in (${intents.map(() => "?").join(", ")}) and r.amount_vnd = ? and r.deleted_at is null
       and (r.status = 'requires_action' or (r.status = 'pending' and h.state = 'sent' and h.proof_transaction_id is null))
     order by h.state = 'sent' desc nulls last, r.created_at, r.id`,
    [...intents.map((intent) => text(intent, "id")), transfer.amountVnd],
  )
  const from = { bin: await bankOfTransfer(sql, transfer, channel), accountNumber: transfer.accountNumber }
  // Taken over, the money leaves one of the operator's accounts, and only their own notices may say so.
  const fits = (row: Row) => (row.taken_over_at ? channel === "house" : namesAccount(from, { bin: textOrNull(row, "payee_bin"), accountNumber: textOrNull(row, "payee_account_number") }))
  const proven = rows.find((row) => fits(row) && reached(transfer, { bin: textOrNull(row, "bank_bin"), accountNumber: textOrNull(row, "account_number") }))
  return proven ? text(proven, "id") : null
}

/** Where the bank tells whom the money went to, it must be the account that was named. */
function reached({ counterParty }: BankTransfer, named: NamedAccount): boolean {
  if (!counterParty?.accountNumber || !named.accountNumber) return true
  return namesAccount({ bin: counterParty.bankBin ?? bankOfName(counterParty.bankName ?? ""), accountNumber: counterParty.accountNumber }, named)
}

/**
 * Ends the transfer with the bank's notice as its proof. A payee's own connection is the payee's word, because the payee
 * knows its secret: the money then counts as said to be sent, and whoever waits for it can still say that it has not come.
 */
export async function proveOutgoing(sql: Sql, id: string, transfer: BankTransfer, { channel }: NoticeSource, transactionId: string, now: Date): Promise<void> {
  const locked = await lockHandTransfer(sql, id)
  const reference = transfer.referenceCode ?? transfer.providerTransactionId
  const by = `bank:${transfer.provider}`
  const columns = { proof_transaction_id: transactionId, bank_reference: reference, problem_at: null, sent_at: instantOrNull(locked.row, "sent_at") ?? transfer.bookedAt }
  if (channel === "house") await changeHandTransfer(sql, locked, { act: "prove", by, note: reference, now, columns: { ...columns, confirmed_by: "bank" } })
  else if (locked.state === "waiting") await changeHandTransfer(sql, locked, { act: "say_sent", by, now, columns: { ...columns, sent_at: now, sent_by: by } })
  else await sql("update hand_transfer set proof_transaction_id = ?, updated_at = now() where id = ?", [transactionId, text(locked.row, "id")])
}
