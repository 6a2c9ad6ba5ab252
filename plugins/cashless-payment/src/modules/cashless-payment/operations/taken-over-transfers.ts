import { bareAccountNumber } from "../rules/account-number"
import { HAND_TRANSFERS } from "./hand-transfer-view"
import { instant, text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** Money the operator sent from an account of their own in the stead of the payee, on whose account the payment still lies. */
export type TakenOverTransfer = {
  id: string
  intent_id: string
  amount_vnd: number
  finished_at: Date
  /** As the plugin that made the intent wrote it; empty for one of /v1. */
  intent_metadata: Record<string, string>
  /** The account of /v1 the payment was for, where it names one. */
  account_id: string | null
}

/**
 * Those that ended after `since`. Left out is money that lies on another account than the payee's (sent to a wrong one):
 * the payee does not have it.
 */
export async function takenOverTransfers(sql: Sql, since: Date): Promise<TakenOverTransfer[]> {
  const rows = await sql(
    `select transfer.*, coalesce(transfer.finished_at, transfer.settled_at) as ended_at, i.payee_account_number, coalesce(i.terms ->> 'transfer_destination', i.terms ->> 'on_behalf_of') as account_id
     from (${HAND_TRANSFERS}) as transfer join payment_intent i on i.id = transfer.intent_id
     where transfer.taken_over_at is not null and transfer.state = 'done' and coalesce(transfer.finished_at, transfer.settled_at) > ?
     order by ended_at, transfer.id`,
    [since],
  )
  return rows.filter(liesWithPayee).map((row) => ({
    id: text(row, "id"),
    intent_id: text(row, "intent_id"),
    amount_vnd: vnd(row, "amount_vnd"),
    finished_at: instant(row, "ended_at"),
    intent_metadata: { ...(row.intent_metadata as Record<string, string> | null) },
    account_id: textOrNull(row, "account_id"),
  }))
}

function liesWithPayee(row: Row): boolean {
  const [held, payee] = [textOrNull(row, "held_account"), textOrNull(row, "payee_account_number")]
  return held !== null && payee !== null && bareAccountNumber(held) === bareAccountNumber(payee)
}
