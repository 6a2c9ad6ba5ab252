import { namesAccount, type NamedAccount } from "../rules/account-number"
import { HAND_TRANSFERS } from "./hand-transfer-view"
import { instant, text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** Money the operator sent from an account of their own in the stead of the payee, on whose account the payment still lies. */
export type TakenOverTransfer = {
  id: string
  /** Null: returned money that belongs to no payment. */
  intent_id: string | null
  amount_vnd: number
  finished_at: Date
  /** As the plugin that made the intent wrote it; empty for one of /v1. */
  intent_metadata: Record<string, string>
  /** The account of /v1 the payment was for, where it names one. */
  account_id: string | null
  /** Whose account returned money lies on that belongs to no payment, see HandTransferView. */
  holder_reference: string | null
}

/**
 * Those that ended after `since`. Left out is money that lies on another account than the payee's (sent to a wrong one):
 * the payee does not have it; what the bank, or the operator, says left the payee's own account after all; and money of no payment on an account that no single payee has.
 */
export async function takenOverTransfers(sql: Sql, since: Date): Promise<TakenOverTransfer[]> {
  const rows = await sql(
    `select transfer.*, coalesce(transfer.finished_at, transfer.settled_at) as ended_at, i.payee_account_number, i.payee_bin, proof.account_number as left_account, proof.bank_bin as left_bin, coalesce(i.terms ->> 'transfer_destination', i.terms ->> 'on_behalf_of') as account_id
     from (${HAND_TRANSFERS}) as transfer left join payment_intent i on i.id = transfer.intent_id
     left join bank_transaction proof on proof.id = transfer.proof_transaction_id
     where transfer.taken_over_at is not null and transfer.sent_from is distinct from 'payee' and transfer.state = 'done' and coalesce(transfer.finished_at, transfer.settled_at) > ?
     order by ended_at, transfer.id`,
    [since],
  )
  return rows.filter((row) => !leftHeldAccount(row) && (row.intent_id === null ? row.holder_reference !== null : liesWithPayee(row))).map((row) => ({
    id: text(row, "id"),
    intent_id: textOrNull(row, "intent_id"),
    amount_vnd: vnd(row, "amount_vnd"),
    finished_at: instant(row, "ended_at"),
    intent_metadata: { ...(row.intent_metadata as Record<string, string> | null) },
    account_id: textOrNull(row, "account_id"),
    holder_reference: textOrNull(row, "holder_reference"),
  }))
}

function liesWithPayee(row: Row): boolean {
  return namesAccount(accountOf(row, "held_account", "held_bin"), accountOf(row, "payee_account_number", "payee_bin"))
}

function leftHeldAccount(row: Row): boolean {
  return namesAccount(accountOf(row, "left_account", "left_bin"), accountOf(row, "held_account", "held_bin"))
}

const accountOf = (row: Row, number: string, bin: string): NamedAccount => ({ accountNumber: textOrNull(row, number), bin: textOrNull(row, bin) })

/** Money of VNPay's, or on the house's own bank account, that belonged to no payment and that the operator has sent back by hand. */
export type ReturnedReceipt = { id: string; transaction_id: string; amount_vnd: number; finished_at: Date }

/** Those that ended after `since`. What a payee said to have sent, or was said to have, left no account of the house's. */
export async function returnedReceipts(sql: Sql, since: Date): Promise<ReturnedReceipt[]> {
  const rows = await sql(
    `select h.id, h.bank_transaction_id, h.amount_vnd, h.finished_at from hand_transfer h join bank_transaction t on t.id = h.bank_transaction_id
     where (t.provider = 'vnpay' or t.on_house_account) and h.sent_by is null and h.sent_from is distinct from 'payee' and h.state = 'done' and h.finished_at > ? and h.deleted_at is null order by h.finished_at, h.id`,
    [since],
  )
  return rows.map((row) => ({ id: text(row, "id"), transaction_id: text(row, "bank_transaction_id"), amount_vnd: vnd(row, "amount_vnd"), finished_at: instant(row, "finished_at") }))
}
