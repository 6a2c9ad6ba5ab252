import type { EventType } from "../rules/event-types"
import { instant, text, textOrNull, type Row, type Sql } from "./sql"

/** An event as it was told. `data` is `{ object, previous_attributes? }`. */
export type PaymentEventView = {
  id: string
  type: EventType
  created_at: string
  api_version: string
  data: { object: Record<string, unknown>; previous_attributes?: Record<string, unknown> }
  request_id: string | null
  request_idempotency_key: string | null
  pending_webhooks: number
}

export type EventFilter = {
  types: string[] | null
  /** Bounds in whole seconds since 1970, each optional. */
  created: { gt?: number; gte?: number; lt?: number; lte?: number }
  limit: number
  startingAfter: string | null
  endingBefore: string | null
}

const PENDING = "(select count(*) from webhook_delivery d where d.event_id = e.id and d.status = 'pending' and d.deleted_at is null) as pending_webhooks"
const SHOWN = "e.api_version is not null and e.deleted_at is null"
const SECOND = "floor(extract(epoch from e.created_at))"

/** Newest first. The sequence is the order: several events of one transaction share their time. */
export async function listEvents(sql: Sql, filter: EventFilter): Promise<{ events: PaymentEventView[]; hasMore: boolean }> {
  const backwards = filter.endingBefore !== null && filter.startingAfter === null
  const { gt = null, gte = null, lt = null, lte = null } = filter.created
  const bounds = ([[">", gt], [">=", gte], ["<", lt], ["<=", lte]] as const).flatMap(([operator, bound]) => (bound === null ? [] : [{ operator, bound }]))
  const after = filter.startingAfter === null ? [] : ["e.sequence < (select sequence from payment_outbox_event where id = ?)"]
  const before = filter.endingBefore === null ? [] : ["e.sequence > (select sequence from payment_outbox_event where id = ?)"]
  const types = filter.types === null ? [] : [`e.type in (${filter.types.map(() => "?").join(", ")})`]
  const where = [SHOWN, ...bounds.map(({ operator }) => `${SECOND} ${operator} ?`), ...after, ...before, ...types].join(" and ")
  const params = [
    ...bounds.map(({ bound }) => bound),
    ...[filter.startingAfter, filter.endingBefore].filter((cursor) => cursor !== null),
    ...(filter.types ?? []),
    filter.limit + 1,
  ]
  const rows = await sql(`select e.*, ${PENDING} from payment_outbox_event e where ${where} order by e.sequence ${backwards ? "asc" : "desc"} limit ?`, params)
  const page = rows.slice(0, filter.limit)
  if (backwards) page.reverse()
  return { events: page.map(toEventView), hasMore: rows.length > filter.limit }
}

export async function findEvent(sql: Sql, id: string): Promise<PaymentEventView | null> {
  const [row] = await sql(`select e.*, ${PENDING} from payment_outbox_event e where e.id = ? and ${SHOWN}`, [id])
  return row ? toEventView(row) : null
}

export function toEventView(row: Row): PaymentEventView {
  return {
    id: text(row, "id"),
    type: row.type as EventType,
    created_at: instant(row, "created_at").toISOString(),
    api_version: text(row, "api_version"),
    data: row.data as PaymentEventView["data"],
    request_id: textOrNull(row, "request_id"),
    request_idempotency_key: textOrNull(row, "request_idempotency_key"),
    pending_webhooks: Number(row.pending_webhooks ?? 0),
  }
}

/** How long events and their deliveries are kept, as Stripe says of its own. */
const KEPT_DAYS = 30
const BATCH = 1_000

/** Deletes events that nobody waits for any more. Returns how many; to be called until it says 0. */
export async function pruneEvents(sql: Sql, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const gone = await sql(
    `delete from payment_outbox_event where id in (
       select id from payment_outbox_event e where created_at < ? and acknowledged_at is not null
         and not exists (select 1 from webhook_delivery d where d.event_id = e.id and d.status = 'pending' and d.deleted_at is null)
       order by sequence limit ${BATCH} for update skip locked)
     returning id`,
    [before],
  )
  const ids = gone.map((row) => text(row, "id"))
  if (ids.length > 0) await sql(`delete from webhook_delivery where event_id in (${ids.map(() => "?").join(", ")})`, ids)
  return ids.length
}
