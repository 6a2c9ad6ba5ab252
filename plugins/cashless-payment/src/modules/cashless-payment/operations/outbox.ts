import { redeliveryDelaySeconds } from "../rules/expiry"
import { text, textOrNull, type Sql } from "./sql"

export type OutboxMessage = { name: string; data: { event_id: string; intent_id: string; object_id: string | null } }

const BATCH = 100

/**
 * Takes the events that are due and plans their next emission, so that an event is only quiet once somebody
 * acknowledged it. Two processes never take the same one (SKIP LOCKED); a crash after this is healed by the plan.
 */
export async function claimDueEvents(sql: Sql, now: Date): Promise<OutboxMessage[]> {
  const due = await sql(
    `select id, type, intent_id, object_id, emissions from payment_outbox_event
     where acknowledged_at is null and next_emission_at <= ? and deleted_at is null
     order by sequence limit ${BATCH} for update skip locked`,
    [now],
  )
  for (const row of due) {
    const emissions = Number(row.emissions) + 1
    const next = new Date(now.getTime() + redeliveryDelaySeconds(emissions) * 1000)
    await sql("update payment_outbox_event set emissions = ?, next_emission_at = ?, updated_at = now() where id = ?", [emissions, next, text(row, "id")])
  }
  return due.map((row) => ({ name: text(row, "type"), data: { event_id: text(row, "id"), intent_id: text(row, "intent_id"), object_id: textOrNull(row, "object_id") } }))
}

export async function acknowledge(sql: Sql, eventId: string): Promise<void> {
  await sql("update payment_outbox_event set acknowledged_at = coalesce(acknowledged_at, now()), updated_at = now() where id = ?", [eventId])
}
