import { PaymentError } from "../errors"
import { intentEventTypes } from "../rules/event-types"
import { nextIntentStatus, type IntentEvent, type IntentStatus } from "../rules/intent-state"
import { queueRefund } from "./refunds"
import { moneyColumns, text, vnd, type Row, type Sql } from "./sql"
import { tellIntent } from "./tell"

export type IntentChange = {
  event: IntentEvent
  now: Date
  /** New total received, for money events. */
  receivedVnd?: number
  errorCode?: string
  cancellationReason?: string
}

/** Locks an intent's row until the transaction ends. Every change of an intent starts here. */
export async function lockIntent(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql("select * from payment_intent where id = ? and deleted_at is null for update", [id])
  if (!row) throw new PaymentError("intent_not_found")
  return row
}

/**
 * Applies one event to a locked intent: state, amounts and the outbox event in the caller's transaction.
 * Returns the new row, or null when the state machine ignores the event.
 */
export async function changeIntent(sql: Sql, intent: Row, change: IntentChange): Promise<Row | null> {
  const status = nextIntentStatus(intent.status as IntentStatus, change.event)
  if (status === "ignored") return null
  const receivedVnd = change.receivedVnd ?? vnd(intent, "amount_received_vnd")
  const received = moneyColumns("amount_received_vnd", receivedVnd)
  const [updated] = await sql(
    `update payment_intent set status = ?, amount_received_vnd = ?, raw_amount_received_vnd = ?, last_error_code = ?,
       succeeded_at = case when ? then ? else succeeded_at end,
       canceled_at = case when ? then ? else canceled_at end,
       cancellation_reason = coalesce(?, cancellation_reason), updated_at = now()
     where id = ? returning *`,
    [
      status,
      received.amount_received_vnd,
      received.raw_amount_received_vnd,
      change.errorCode ?? null,
      status === "succeeded",
      change.now,
      status === "canceled",
      change.now,
      change.cancellationReason ?? null,
      text(intent, "id"),
    ],
  )
  if (!updated) throw new Error(`intent ${text(intent, "id")} vanished under its lock`)

  await tellIntent(sql, intentEventTypes(change.event, intent.status as IntentStatus, status), updated, change.now)
  if (status === "canceled" && receivedVnd > 0) {
    await queueRefund(sql, { intentId: text(intent, "id"), amountVnd: receivedVnd, reason: "partial_payment_canceled", idempotencyKey: `canceled:${text(intent, "id")}` })
  }
  return updated
}
