import { changeIntent } from "./change-intent"
import type { Sql } from "./sql"

const BATCH = 200

/** Cancels open intents whose deadline plus grace has passed. An intent in work elsewhere is left for the next run. */
export async function expireIntents(sql: Sql, graceSeconds: number, now: Date): Promise<number> {
  const over = await sql(
    `select * from payment_intent
     where status in ('requires_payment_method', 'requires_confirmation', 'requires_action') and expires_at <= ? and deleted_at is null
     order by expires_at limit ${BATCH} for update skip locked`,
    [new Date(now.getTime() - graceSeconds * 1000)],
  )
  for (const intent of over) await changeIntent(sql, intent, { event: "expired", now, cancellationReason: "expired" })
  return over.length
}
