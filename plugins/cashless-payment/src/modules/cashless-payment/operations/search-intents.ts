import { findMemoCodes } from "../rules/memo-code"
import { toIntentView, type PaymentIntentView } from "./payment-intent-view"
import type { Sql } from "./sql"

const MOST = 10

/** VietQR intents by code, id, description or what the caller's metadata says (an order's id); open ones first. */
export async function searchIntents(sql: Sql, query: string): Promise<PaymentIntentView[]> {
  const words = query.trim()
  if (words === "") return []
  const codes = findMemoCodes(words)
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`
  const rows = await sql(
    `select * from payment_intent
     where rail = 'vietqr' and deleted_at is null
       and (id = ? or memo_code in (${["?", ...codes.map(() => "?")].join(", ")}) or description ilike ? or metadata::text ilike ?)
     order by (status in ('succeeded', 'canceled')), id desc limit ${MOST}`,
    [words, words.toUpperCase(), ...codes, like, like],
  )
  return rows.map(toIntentView)
}
