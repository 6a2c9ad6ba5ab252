import { toStripeCharge, type StripeCharge } from "../../../stripe/charge"
import { toStripePaymentIntent } from "../../../stripe/payment-intent"
import { toStripeRefund } from "../../../stripe/refund"
import { API_VERSION, isEmitted, type EventType } from "../rules/event-types"
import { previousAttributes } from "../rules/previous-attributes"
import { isSurplus } from "../rules/surplus"
import { stripeOrigin } from "../settings"
import { apiRequest } from "./api-request"
import { newId } from "./new-id"
import { toIntentView } from "./payment-intent-view"
import { toRefundView } from "./refund-view"
import { refundedVnd } from "./refunded"
import { text, type Row, type Sql } from "./sql"

/** One event to be: `object` is the whole Stripe-shaped object as it is now. */
export type Fact = {
  type: EventType
  object: { id: string }
  /** Of an `*.updated` event: what `previousAttributes` says. */
  previousAttributes?: Record<string, unknown>
  /** The intent it belongs to; null for a customer. */
  intentId: string | null
}

/** Of `payment_outbox_event`, with their types, as `eventValues` gives them. */
const COLUMNS = {
  id: "text",
  type: "text",
  intent_id: "text",
  object_id: "text",
  data: "jsonb",
  api_version: "text",
  request_id: "text",
  request_idempotency_key: "text",
  emissions: "int",
  next_emission_at: "timestamptz",
  acknowledged_at: "timestamptz",
}
export const EVENT_COLUMNS = Object.keys(COLUMNS).join(", ")
/** The placeholders of one event. The types are said because behind a `where` PostgreSQL does not take them from the table. */
export const EVENT_PLACEHOLDERS = `(${Object.values(COLUMNS).map((type) => `?::${type}`).join(", ")})`

/** Writes a delivery to every endpoint that wants one of the events of `told`; its parameter is the time. */
export const WRITE_DELIVERIES = `insert into webhook_delivery (id, event_id, event_sequence, subject, endpoint_id, status, attempts, next_attempt_at)
     select 'whd_' || replace(gen_random_uuid()::text, '-', ''), told.id, told.sequence, told.subject, endpoint.id, 'pending', 0, ?::timestamptz
     from told join webhook_endpoint endpoint
       on endpoint.status = 'enabled' and endpoint.deleted_at is null
       and (endpoint.enabled_events @> '["*"]' or endpoint.enabled_events @> to_jsonb(told.type))`

/** What `EVENT_PLACEHOLDERS` stand for. */
export function eventValues({ type, object, previousAttributes, intentId }: Fact, now: Date): unknown[] {
  const request = apiRequest.getStore()
  return [
    newId("evt"),
    type,
    intentId,
    object.id,
    JSON.stringify({ object, ...(previousAttributes && { previous_attributes: previousAttributes }) }),
    API_VERSION,
    request?.id ?? null,
    request?.idempotencyKey ?? null,
    0,
    now,
    isEmitted(type) ? null : now,
  ]
}

/**
 * Writes events, and a delivery of each to every endpoint that wants it, in the caller's transaction: what changed and
 * what is told of it stand or fall together.
 */
export async function tell(sql: Sql, facts: Fact[], now: Date): Promise<void> {
  if (facts.length === 0) return
  await sql(
    `with told as (
       insert into payment_outbox_event (${EVENT_COLUMNS}) values ${facts.map(() => EVENT_PLACEHOLDERS).join(", ")}
       returning id, sequence, type, coalesce(intent_id, object_id) as subject
     )
     ${WRITE_DELIVERIES}`,
    [...facts.flatMap((fact) => eventValues(fact, now)), now],
  )
}

/** Events about an intent or its charge, as its row is now. */
export async function tellIntent(sql: Sql, types: EventType[], intent: Row, now: Date): Promise<void> {
  await tell(sql, intentFacts(types, intent), now)
}

export function intentFacts(types: EventType[], intent: Row): Fact[] {
  const [view, origin] = [toIntentView(intent), stripeOrigin(process.env)]
  const objectOf = (type: EventType) => (type.startsWith("charge.") ? toStripeCharge(view, 0, origin) : toStripePaymentIntent(view, origin))
  return types.map((type) => ({ type, object: objectOf(type), intentId: view.id }))
}

/** An event about a refund, as its row is now. `before` is the row that was changed, null when it is new. */
export async function tellRefund(sql: Sql, type: "refund.created" | "refund.updated" | "refund.failed", refund: Row, before: Row | null, now: Date): Promise<void> {
  const object = toStripeRefund(toRefundView(refund))
  const changed = type === "refund.updated" && before ? previousAttributes(toStripeRefund(toRefundView(before)), object) : undefined
  const intentId = text(refund, "intent_id")
  const isPaidBack = refund.status === "succeeded" && before?.status !== "succeeded" && !isSurplus(text(refund, "reason"))
  const charge = isPaidBack ? await refundedCharge(sql, intentId) : null
  await tell(sql, [{ type, object, previousAttributes: changed, intentId }, ...(charge ? [{ type: "charge.refunded" as const, object: charge, intentId }] : [])], now)
}

/** The charge with all of it that is given back or on its way; null for an intent that has none. */
async function refundedCharge(sql: Sql, intentId: string): Promise<StripeCharge | null> {
  const [intent] = await sql("select * from payment_intent where id = ? and status = 'succeeded'", [intentId])
  return intent ? toStripeCharge(toIntentView(intent), await refundedVnd(sql, intentId), stripeOrigin(process.env)) : null
}
