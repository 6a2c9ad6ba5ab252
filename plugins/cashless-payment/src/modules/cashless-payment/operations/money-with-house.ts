import { PaymentError } from "../errors"
import { liesWith, type LiesWith } from "../rules/lies-with"
import { instant, text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** Where the money of a locked transaction lies that is assigned to this intent. @throws lies_with_needed, not_with_house */
export async function decideLiesWith(sql: Sql, transaction: Row, intent: Row, said: LiesWith | null): Promise<LiesWith> {
  const account = { accountNumber: text(transaction, "account_number"), bin: textOrNull(transaction, "bank_bin") }
  const payees = await sql(
    `select 1 from payment_account where upper(regexp_replace(account_number, '[^A-Za-z0-9]', '', 'g')) = upper(regexp_replace(?, '[^A-Za-z0-9]', '', 'g')) and deleted_at is null limit 1`,
    [account.accountNumber],
  )
  const decided = liesWith({
    provider: text(transaction, "provider"),
    channel: text(transaction, "channel"),
    account,
    payee: { accountNumber: textOrNull(intent, "payee_account_number"), bin: textOrNull(intent, "payee_bin") },
    isSomePayees: payees.length > 0,
    said,
  })
  if (decided === "say_where") throw new PaymentError("lies_with_needed")
  if (decided === "not_with_house") throw new PaymentError("not_with_house")
  return decided
}

/** Money that paid somebody's payment and lies with the house: what it is owed, and to whom the caller finds out. */
export type MoneyWithHouse = {
  transaction_id: string
  intent_id: string
  /** `vnpay`: it lies at VNPay still. */
  provider: string
  amount_vnd: number
  at: Date
  /** As the plugin that made the intent wrote it; empty for one of /v1. */
  intent_metadata: Record<string, string>
  /** The account of /v1 the payment was for, where it names one. */
  account_id: string | null
}

/** What counted, changed after `since`. */
export async function moneyWithHouse(sql: Sql, since: Date): Promise<MoneyWithHouse[]> {
  const rows = await sql(
    `select t.id, t.provider, t.amount_vnd, coalesce(t.resolved_at, t.updated_at) as at, i.id as intent_id, case when i.origin = 'process' then i.metadata end as metadata,
       coalesce(i.terms ->> 'transfer_destination', i.terms ->> 'on_behalf_of') as account_id
     from bank_transaction t join payment_intent i on i.id = t.intent_id
     where t.lies_with = 'house' and t.state = 'matched' and t.updated_at > ? and t.deleted_at is null order by t.id`,
    [since],
  )
  return rows.map((row) => ({
    transaction_id: text(row, "id"),
    intent_id: text(row, "intent_id"),
    provider: text(row, "provider"),
    amount_vnd: vnd(row, "amount_vnd"),
    at: instant(row, "at"),
    intent_metadata: { ...(row.metadata as Record<string, string> | null) },
    account_id: textOrNull(row, "account_id"),
  }))
}
