import { toIntentView, type PaymentIntentView } from "./payment-intent-view"
import type { Sql } from "./sql"

export type IntentPage = { limit: number; startingAfter: string | null; endingBefore: string | null }

/** Ids are ULIDs, so their order is the order of creation and one column is a complete cursor. */
export async function listIntents(sql: Sql, { limit, startingAfter, endingBefore }: IntentPage): Promise<{ intents: PaymentIntentView[]; hasMore: boolean }> {
  const backwards = endingBefore !== null && startingAfter === null
  const rows = await sql(
    `select * from payment_intent
     where deleted_at is null and (?::text is null or id < ?) and (?::text is null or id > ?)
     order by id ${backwards ? "asc" : "desc"} limit ?`,
    [startingAfter, startingAfter, endingBefore, endingBefore, limit + 1],
  )
  const page = rows.slice(0, limit)
  if (backwards) page.reverse()
  return { intents: page.map(toIntentView), hasMore: rows.length > limit }
}
