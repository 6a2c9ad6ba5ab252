import { isBeyondHope, nextAttempt } from "../rules/webhook-schedule"
import type { EndpointSecrets } from "./endpoint-secrets"
import { toEventView, type PaymentEventView } from "./list-events"
import { instant, instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"

/** Without `secrets` it can't be signed, and must not be sent. */
export type DueDelivery = { id: string; url: string; secrets: string[]; apiVersion: string | null; event: PaymentEventView }
export type DeliveryResult = { responseStatus: number | null; error: string | null }

/** Longer than a courier can be at it (its timeout is 10 s); afterwards it is taken for dead. */
const LEASE_SECONDS = 60

/** Ids of the endpoints that have something to get now. */
export async function endpointsWithDue(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql(
    `select e.id from webhook_endpoint e where e.status = 'enabled' and e.deleted_at is null and exists (
       select 1 from webhook_delivery d where d.endpoint_id = e.id and d.status = 'pending' and d.deleted_at is null and d.next_attempt_at <= ?
         and (d.leased_until is null or d.leased_until <= ?))`,
    [now, now],
  )
  return rows.map((row) => text(row, "id"))
}

/**
 * Takes due deliveries of one endpoint. Of one subject only the earliest that was never tried or is under way goes, so
 * that a receiver normally hears created before succeeded; one that has failed does not hold up the later ones.
 */
export async function claimDeliveries(sql: Sql, endpointSecrets: EndpointSecrets, endpointId: string, limit: number, now: Date): Promise<DueDelivery[]> {
  const [endpoint] = await sql("select * from webhook_endpoint where id = ? and status = 'enabled' and deleted_at is null", [endpointId])
  if (!endpoint) return []
  const claimed = await sql(
    `update webhook_delivery set attempts = attempts + 1, leased_until = ?, last_attempt_at = ?, updated_at = now()
     where id in (
       select d.id from webhook_delivery d
       where d.endpoint_id = ? and d.status = 'pending' and d.deleted_at is null and d.next_attempt_at <= ? and (d.leased_until is null or d.leased_until <= ?)
         and not exists (
           select 1 from webhook_delivery earlier
           where earlier.endpoint_id = d.endpoint_id and earlier.subject = d.subject and earlier.event_sequence < d.event_sequence
             and earlier.status = 'pending' and earlier.deleted_at is null and (earlier.attempts = 0 or earlier.leased_until > ?))
       order by d.event_sequence limit ? for update skip locked)
     returning id, event_id, event_sequence`,
    [new Date(now.getTime() + LEASE_SECONDS * 1_000), now, endpointId, now, now, now, limit],
  )
  if (claimed.length === 0) return []
  const events = await sql(
    `select e.*, (select count(*) from webhook_delivery d where d.event_id = e.id and d.status = 'pending' and d.deleted_at is null) as pending_webhooks
     from payment_outbox_event e where e.id in (${claimed.map(() => "?").join(", ")})`,
    claimed.map((row) => text(row, "event_id")),
  )
  const byId = new Map(events.map((row) => [text(row, "id"), toEventView(row)]))
  const secrets = endpointSecrets.signing(endpoint, now)
  return claimed.flatMap((row) => {
    const event = byId.get(text(row, "event_id"))
    return event ? [{ id: text(row, "id"), url: text(endpoint, "url"), secrets, apiVersion: textOrNull(endpoint, "api_version"), event }] : []
  })
}

/** Writes down what came of an attempt, plans the next one, and switches off an endpoint that failed for days. */
export async function recordDelivery(sql: Sql, id: string, { responseStatus, error }: DeliveryResult, now: Date): Promise<{ disabledEndpoint: string | null }> {
  const [delivery] = await sql("select * from webhook_delivery where id = ? for update", [id])
  if (!delivery) return { disabledEndpoint: null }
  const endpointId = text(delivery, "endpoint_id")
  if (error === null) {
    await sql("update webhook_delivery set status = 'succeeded', leased_until = null, response_status = ?, error = null, updated_at = now() where id = ?", [responseStatus, id])
    await sql("update webhook_endpoint set failing_since = null, updated_at = now() where id = ? and failing_since is not null", [endpointId])
    return { disabledEndpoint: null }
  }
  // A delivery succeeded in the meantime (its lease had run out) stays so.
  if (delivery.status === "succeeded") return { disabledEndpoint: null }
  const next = nextAttempt(Number(delivery.attempts), instant(delivery, "created_at"), now)
  await sql(
    `update webhook_delivery set status = ?, leased_until = null, next_attempt_at = ?, response_status = ?, error = ?, updated_at = now() where id = ?`,
    [next && delivery.status === "pending" ? "pending" : "failed", next ?? now, responseStatus, error, id],
  )
  return { disabledEndpoint: await countFailure(sql, endpointId, now) }
}

async function countFailure(sql: Sql, endpointId: string, now: Date): Promise<string | null> {
  const [endpoint] = await sql(
    "update webhook_endpoint set failing_since = coalesce(failing_since, ?), updated_at = now() where id = ? and status = 'enabled' returning *",
    [now, endpointId],
  )
  if (!endpoint || !isBeyondHope(instantOrNull(endpoint, "failing_since"), now)) return null
  await sql("update webhook_endpoint set status = 'disabled', disabled_reason = 'failing_for_days', updated_at = now() where id = ?", [endpointId])
  return endpointId
}

/**
 * Sends an event once more, whatever came of it before: to one endpoint, even one that had not asked for it, or to all
 * it was for. Returns how many deliveries are now on their way.
 */
export async function retryEvent(sql: Sql, eventId: string, endpointId: string | null, now: Date): Promise<number> {
  if (endpointId !== null) {
    await sql(
      `insert into webhook_delivery (id, event_id, event_sequence, subject, endpoint_id, status, attempts, next_attempt_at)
       select 'whd_' || replace(gen_random_uuid()::text, '-', ''), e.id, e.sequence, coalesce(e.intent_id, e.object_id), w.id, 'pending', 0, ?::timestamptz
       from payment_outbox_event e, webhook_endpoint w where e.id = ? and w.id = ? and w.status = 'enabled' and w.deleted_at is null
       on conflict do nothing`,
      [now, eventId, endpointId],
    )
  }
  const rows = await sql(
    `update webhook_delivery d set status = 'pending', next_attempt_at = ?, leased_until = null, updated_at = now()
     from webhook_endpoint w where w.id = d.endpoint_id and w.status = 'enabled' and w.deleted_at is null
       and d.event_id = ? and (?::text is null or d.endpoint_id = ?) returning d.id`,
    [now, eventId, endpointId, endpointId],
  )
  return rows.length
}

export async function findDelivery(sql: Sql, id: string): Promise<{ eventId: string; endpointId: string } | null> {
  const [row] = await sql("select event_id, endpoint_id from webhook_delivery where id = ? and deleted_at is null", [id])
  return row ? { eventId: text(row, "event_id"), endpointId: text(row, "endpoint_id") } : null
}

export type DeliveryView = {
  id: string
  event_id: string
  event_type: string
  subject: string
  endpoint_id: string
  url: string
  status: "pending" | "succeeded" | "failed"
  attempts: number
  created_at: string
  last_attempt_at: string | null
  next_attempt_at: string | null
  response_status: number | null
  error: string | null
}

/** The delivery log, newest first. */
export async function listDeliveries(sql: Sql, filter: { endpointId: string | null; status: string | null; limit: number; offset: number }): Promise<{ deliveries: DeliveryView[]; count: number }> {
  const where = "d.deleted_at is null and (?::text is null or d.endpoint_id = ?) and (?::text is null or d.status = ?)"
  const params = [filter.endpointId, filter.endpointId, filter.status, filter.status]
  const rows = await sql(
    `select d.*, e.type as event_type, w.url from webhook_delivery d
     join payment_outbox_event e on e.id = d.event_id join webhook_endpoint w on w.id = d.endpoint_id
     where ${where} order by d.event_sequence desc, d.id limit ? offset ?`,
    [...params, filter.limit, filter.offset],
  )
  const [total] = await sql(`select count(*) from webhook_delivery d where ${where}`, params)
  return { deliveries: rows.map(toDeliveryView), count: Number(total?.count ?? 0) }
}

function toDeliveryView(row: Row): DeliveryView {
  const status = row.status as DeliveryView["status"]
  return {
    id: text(row, "id"),
    event_id: text(row, "event_id"),
    event_type: text(row, "event_type"),
    subject: text(row, "subject"),
    endpoint_id: text(row, "endpoint_id"),
    url: text(row, "url"),
    status,
    attempts: Number(row.attempts),
    created_at: instant(row, "created_at").toISOString(),
    last_attempt_at: instantOrNull(row, "last_attempt_at")?.toISOString() ?? null,
    next_attempt_at: status === "pending" ? instant(row, "next_attempt_at").toISOString() : null,
    response_status: row.response_status === null ? null : Number(row.response_status),
    error: textOrNull(row, "error"),
  }
}
