import { paymentWord, type PaymentWord, type ToldTransfer } from "../rules/payment-word"
import { text, textOrNull, type Sql } from "./sql"

/** Whose word it is that the money of these hand transfers ever came, by the transfer's id. */
export async function paymentWords(sql: Sql, ids: string[]): Promise<Map<string, PaymentWord>> {
  if (ids.length === 0) return new Map()
  const marks = ids.map(() => "?").join(", ")
  const rows = await sql(
    `select told.*, c.channel as confirmed_channel from (
       select r.id, t.provider, t.channel, t.confirmed_by_id from payment_refund r
       join bank_transaction t on t.intent_id = r.intent_id and t.direction = 'in' and t.state = 'matched' and t.deleted_at is null where r.id in (${marks})
       union all
       select h.id, t.provider, t.channel, t.confirmed_by_id from hand_transfer h join bank_transaction t on t.id = h.bank_transaction_id where h.id in (${marks})
     ) as told left join bank_transaction c on c.id = told.confirmed_by_id`,
    [...ids, ...ids],
  )
  const told = new Map<string, ToldTransfer[]>(ids.map((id) => [id, []]))
  for (const row of rows) told.get(text(row, "id"))?.push({ provider: text(row, "provider"), channel: text(row, "channel"), confirmedByChannel: textOrNull(row, "confirmed_channel") })
  return new Map([...told].map(([id, transfers]) => [id, paymentWord(transfers)]))
}
