import { findEvent, listEvents } from "../../modules/cashless-payment/operations/list-events"
import { retryEvent as sendAgain } from "../../modules/cashless-payment/operations/webhook-deliveries"
import { findEndpoint } from "../../modules/cashless-payment/operations/webhook-endpoints"
import type { StripeCall } from "../endpoint"
import { toStripeEvent } from "../event"
import { toList } from "../object"
import { readPageQuery } from "../page-query"
import { LIST_PARAMS, list, text, timeRange, type Values } from "../params"
import { invalidRequest, noSuch } from "../stripe-error"

/** Stripe takes up to 20 `types`. */
export const LIST_EVENTS_PARAMS = { ...LIST_PARAMS, type: text(100), types: list(text(100), 20), created: timeRange }

export async function listStripeEvents(call: StripeCall<Values<typeof LIST_EVENTS_PARAMS>>): Promise<object> {
  const { type, types, created } = call.params
  if (type !== undefined && types !== undefined) throw invalidRequest("You may only specify one of these parameters: type, types.", { param: "types" })
  const page = await readPageQuery(call.params, async (id) => (await findEvent(call.sql, id)) !== null, "event")
  const wanted = type === undefined ? types : [type]
  const { events, hasMore } = await listEvents(call.sql, { ...page, types: wanted && wanted.length > 0 ? wanted : null, created: created ?? {} })
  return toList("/v1/events", events.map((event) => toStripeEvent(event, !call.settings.sandbox)), hasMore)
}

export async function retrieveEvent(call: StripeCall<object>): Promise<object> {
  const event = await findEvent(call.sql, call.id)
  if (!event) throw noSuch("event", call.id, "id")
  return toStripeEvent(event, !call.settings.sandbox)
}

/** What `stripe events resend` calls: the same event once more, to one endpoint or to all it was for. */
export const RETRY_EVENT_PARAMS = { webhook_endpoint: text(255) }

export async function retryEvent(call: StripeCall<Values<typeof RETRY_EVENT_PARAMS>>): Promise<object> {
  const { webhook_endpoint: endpointId } = call.params
  if (!(await findEvent(call.sql, call.id))) throw noSuch("event", call.id, "id")
  if (endpointId !== undefined && !(await findEndpoint(call.sql, endpointId))) throw noSuch("webhook endpoint", endpointId, "webhook_endpoint")
  const count = await sendAgain(call.sql, call.id, endpointId ?? null, call.now)
  if (count === 0) throw invalidRequest("There is no enabled webhook endpoint to send this event to.", { param: "webhook_endpoint" })
  return retrieveEvent(call)
}
