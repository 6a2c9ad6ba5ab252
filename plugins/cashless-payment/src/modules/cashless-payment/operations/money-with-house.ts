import { PaymentError } from "../errors"
import { bareAccountNumber } from "../rules/account-number"
import { liesWith, type LiesWith } from "../rules/lies-with"
import { instant, text, textOrNull, vnd, type Row, type Sql } from "./sql"

const IS_THIS = (column: string) => `upper(regexp_replace(${column}, '[^A-Za-z0-9]', '', 'g')) = ? and deleted_at is null`
/**
 * Whether some payee has an account, or had: one that is suspended is registered without it, one that changed banks with
 * another, and money may come to the old one for as long as its QR codes hang somewhere.
 */
const IS_SOME_PAYEES = `
  select 1 from payment_account where ${IS_THIS("account_number")}
  union all select 1 from payee_webhook where ${IS_THIS("account_number")}
  union all select 1 from payment_intent where ${IS_THIS("payee_account_number")}
    and (origin = 'process' or coalesce(terms ->> 'transfer_destination', terms ->> 'on_behalf_of') is not null)
  limit 1`

/** Where the money of a locked transaction lies that is assigned to this intent. @throws lies_with_needed, not_with_house */
export async function decideLiesWith(sql: Sql, transaction: Row, intent: Row, said: LiesWith | null): Promise<LiesWith> {
  const account = { accountNumber: text(transaction, "account_number"), bin: textOrNull(transaction, "bank_bin") }
  const payees = await sql(IS_SOME_PAYEES, Array.from({ length: 3 }, () => bareAccountNumber(account.accountNumber)))
  const decided = liesWith({
    provider: text(transaction, "provider"),
    channel: text(transaction, "channel"),
    account,
    payee: { accountNumber: textOrNull(intent, "payee_account_number"), bin: textOrNull(intent, "payee_bin") },
    isOnHouseAccount: transaction.on_house_account === true,
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
