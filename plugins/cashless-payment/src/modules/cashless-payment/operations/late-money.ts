import { INSIDE_ONLY_EVENT } from "../rules/event-types"
import { newId } from "./new-id"
import { instant, text, vnd, type Sql } from "./sql"

/** A transfer that came for an intent when nothing was owed on it any more, and that nobody has decided about yet. */
export type LateMoney = { transaction_id: string; intent_id: string; amount_vnd: number; reason: "late" | "already_paid"; booked_at: string }

/**
 * Tells this process, and nobody outside, that money came for a canceled intent: whoever opened it may know what it is
 * for by now. In the transaction that books the money; emitted until acknowledged, like every event.
 */
export async function tellLateMoney(sql: Sql, intentId: string, transactionId: string, now: Date): Promise<void> {
  await sql(
    // Without an API version: /v1 shows no such event, and no endpoint is told.
    `insert into payment_outbox_event (id, type, intent_id, object_id, data, api_version, emissions, next_emission_at) values (?, ?, ?, ?, '{}', null, 0, ?)`,
    [newId("evt"), INSIDE_ONLY_EVENT, intentId, transactionId, now],
  )
}

/**
 * Tells it once more, of what still lies at the desk: what an order asks for has changed, and may now be what came. In
 * the event's own row, so that it is one fact however often it is told.
 */
export async function tellLateMoneyAgain(sql: Sql, intentIds: string[], now: Date): Promise<void> {
  if (intentIds.length === 0) return
  await sql(
    `update payment_outbox_event e set acknowledged_at = null, emissions = 0, next_emission_at = ?, updated_at = now()
     from bank_transaction t where e.type = '${INSIDE_ONLY_EVENT}' and e.intent_id in (${intentIds.map(() => "?").join(", ")}) and t.id = e.object_id
       and t.state = 'unmatched' and t.reason = 'late' and t.deleted_at is null`,
    [now, ...intentIds],
  )
}

/** Transfers that lie at the desk for these intents, oldest first. What VNPay collected twice is no QR's and belongs to no one order. */
export async function listLateMoney(sql: Sql, intentIds: string[]): Promise<LateMoney[]> {
  if (intentIds.length === 0) return []
  const rows = await sql(
    `select id, intent_id, amount_vnd, reason, booked_at from bank_transaction
     where intent_id in (${intentIds.map(() => "?").join(", ")}) and state = 'unmatched' and provider <> 'vnpay' and reason in ('late', 'already_paid') and deleted_at is null order by booked_at, id`,
    intentIds,
  )
  return rows.map((row) => ({
    transaction_id: text(row, "id"),
    intent_id: text(row, "intent_id"),
    amount_vnd: vnd(row, "amount_vnd"),
    reason: row.reason as LateMoney["reason"],
    booked_at: instant(row, "booked_at").toISOString(),
  }))
}
