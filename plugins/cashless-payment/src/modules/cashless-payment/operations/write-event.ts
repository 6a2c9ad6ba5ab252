import { generateEntityId } from "@medusajs/framework/utils"
import { insertRow, type Sql } from "./sql"

export const OUTBOX_EVENT_TYPES = [
  "payment_intent.succeeded",
  "payment_intent.canceled",
  "payment_intent.payment_failed",
  "payment_intent.partially_funded",
  "refund.created",
  "refund.updated",
  "refund.failed",
] as const
export type OutboxEventType = (typeof OUTBOX_EVENT_TYPES)[number]

type NewEvent = { type: OutboxEventType; intentId: string; refundId?: string; data: Record<string, unknown> }

/** Writes a fact to tell in the caller's transaction: it is told exactly if the change it tells of is kept. */
export async function writeEvent(sql: Sql, { type, intentId, refundId, data }: NewEvent, now: Date): Promise<void> {
  await insertRow(sql, "payment_outbox_event", {
    id: generateEntityId(undefined, "evt"),
    type,
    intent_id: intentId,
    refund_id: refundId ?? null,
    data: JSON.stringify(data),
    emissions: 0,
    next_emission_at: now,
  })
}
