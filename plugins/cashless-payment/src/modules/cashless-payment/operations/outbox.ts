import { redeliveryDelaySeconds } from "../rules/expiry"
import { text, textOrNull, type Sql } from "./sql"

export type OutboxMessage = { name: string; data: { event_id: string; intent_id: string; object_id: string | null } }

const BATCH = 100
/** How long until the next emission, by how often an event was emitted before; the last one holds for all that follow. */
const DELAYS = Array.from({ length: 12 }, (_, emitted) => redeliveryDelaySeconds(emitted + 1))

/** Parameters: now, now, how many. It walks the index of what nobody acknowledged, not the outbox. */
export const CLAIM_DUE = `update payment_outbox_event event set emissions = event.emissions + 1, updated_at = now(),
   next_emission_at = ?::timestamptz + make_interval(secs => (array[${DELAYS.join(",")}])[least(event.emissions::int, ${DELAYS.length - 1}) + 1])
 from (
   select id from payment_outbox_event where acknowledged_at is null and next_emission_at <= ?::timestamptz and deleted_at is null
   order by sequence limit ?::int for update skip locked
 ) due
 where event.id = due.id returning event.id, event.type, event.intent_id, event.object_id, event.sequence`

/**
 * Takes at most `limit` events that are due, the oldest first, and plans their next emission, so that an event is only
 * quiet once somebody acknowledged it. Two processes never take the same one (SKIP LOCKED); a crash after this is
 * healed by the plan. One statement, so it needs no transaction around it.
 */
export async function claimDueEvents(sql: Sql, now: Date, limit = BATCH): Promise<OutboxMessage[]> {
  const due = await sql(CLAIM_DUE, [now, now, limit])
  return due
    .sort((a, b) => Number(a.sequence) - Number(b.sequence))
    .map((row) => ({ name: text(row, "type"), data: { event_id: text(row, "id"), intent_id: text(row, "intent_id"), object_id: textOrNull(row, "object_id") } }))
}

export async function acknowledge(sql: Sql, eventId: string): Promise<void> {
  await sql("update payment_outbox_event set acknowledged_at = coalesce(acknowledged_at, now()), updated_at = now() where id = ?", [eventId])
}
