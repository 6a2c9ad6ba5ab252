import { LONGEST_WAIT_SECONDS } from "../rules/vnpay-query-schedule"
import { changeIntent } from "./change-intent"
import type { Sql } from "./sql"

const BATCH = 200

/**
 * Cancels open intents whose deadline plus grace has passed. An intent in work elsewhere is left for the next run. One
 * that went to VNPay waits until VNPay said what became of it, at most LONGEST_WAIT_SECONDS after the attempt's end.
 */
export async function expireIntents(sql: Sql, graceSeconds: number, now: Date): Promise<number> {
  const over = await sql(
    `select * from payment_intent
     where status in ('requires_payment_method', 'requires_confirmation', 'requires_action') and expires_at <= ? and deleted_at is null
       and not exists (select 1 from payment_attempt a where a.intent_id = payment_intent.id and a.deleted_at is null
         and (a.status = 'suspected' or (a.status in ('open', 'pending') and a.expires_at > ?)))
     order by expires_at limit ${BATCH} for update skip locked`,
    [new Date(now.getTime() - graceSeconds * 1000), new Date(now.getTime() - LONGEST_WAIT_SECONDS * 1000)],
  )
  for (const intent of over) await changeIntent(sql, intent, { event: "expired", now, cancellationReason: "expired" })
  return over.length
}
