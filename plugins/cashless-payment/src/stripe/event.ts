import type Stripe from "stripe-23"
import type { PaymentEventView } from "../modules/cashless-payment/operations/list-events"

/** An event in Stripe's shape. `apiVersion` is that of the endpoint it goes to, when the endpoint asked for one. */
export function toStripeEvent(event: PaymentEventView, livemode: boolean, apiVersion: string | null = null) {
  return {
    id: event.id,
    object: "event",
    api_version: apiVersion ?? event.api_version,
    created: Math.floor(Date.parse(event.created_at) / 1000),
    data: event.data,
    livemode,
    pending_webhooks: event.pending_webhooks,
    request: { id: event.request_id, idempotency_key: event.request_idempotency_key },
    type: event.type,
  } satisfies Pick<Stripe.Event, "id" | "object" | "api_version" | "created" | "livemode" | "pending_webhooks" | "request" | "type"> & { data: unknown }
}
