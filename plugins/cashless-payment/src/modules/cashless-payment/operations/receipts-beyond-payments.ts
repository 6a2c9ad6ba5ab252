import { BEYOND_PAYMENTS } from "../models/bank-transaction"
import { instant, text, vnd, type Sql } from "./sql"

/** Money that came to the house's own accounts, amounts in đồng. */
export type ReceiptBeyondPayments = { id: string; amountVnd: number; surplusVnd: number; state: string; reason: string; bookedAt: Date }

/** `until`: what was written down later is the next look's, so that this one comes to its end however much comes in. */
export type ReceiptPage = { provider: string; since: Date; until: Date; after: string; limit: number }

/**
 * What a person assigned to a payee's payment is passed on to the payee whole (money-with-house), who gives back what was
 * too much of it: the house holds no surplus of it then.
 */
const PASSED_ON = `lies_with = 'house' and exists (select 1 from payment_intent i where i.id = intent_id
   and (i.origin = 'process' or coalesce(i.terms ->> 'transfer_destination', i.terms ->> 'on_behalf_of') is not null))`

/** Parameters: since, until, provider, after, limit. The inner part walks an index in which payments are not. */
export const RECEIPTS_BEYOND_PAYMENTS = `select id, amount_vnd, case when ${PASSED_ON} then 0 else surplus_vnd end as surplus_vnd, state, reason, booked_at from (
   select id, amount_vnd, surplus_vnd, state, reason, booked_at, intent_id, lies_with from bank_transaction
   where (${BEYOND_PAYMENTS}) and updated_at >= ? and created_at <= ? and provider = ? and direction = 'in' and deleted_at is null
 ) beyond where id > ? order by id limit ?::int`

/**
 * What came in, changed since `since`, and is or was anything but the payment of an intent to the đồng: nobody's, too
 * much, too late, twice. By id, those after `after`. Nearly all money is a payment and is not read for this.
 */
export async function receiptsBeyondPayments(sql: Sql, { provider, since, until, after, limit }: ReceiptPage): Promise<ReceiptBeyondPayments[]> {
  const rows = await sql(RECEIPTS_BEYOND_PAYMENTS, [since, until, provider, after, limit])
  return rows.map((row) => ({
    id: text(row, "id"),
    amountVnd: vnd(row, "amount_vnd"),
    surplusVnd: vnd(row, "surplus_vnd"),
    state: text(row, "state"),
    reason: text(row, "reason"),
    bookedAt: instant(row, "booked_at"),
  }))
}
