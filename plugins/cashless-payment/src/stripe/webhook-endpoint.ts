import type Stripe from "stripe"
import type { WebhookEndpointView } from "../modules/cashless-payment/operations/webhook-endpoints"

/** A webhook endpoint in Stripe's shape. `secret` is there only in the answer to its creation, as at Stripe. */
export function toStripeWebhookEndpoint(endpoint: WebhookEndpointView, livemode: boolean, secret?: string) {
  return {
    id: endpoint.id,
    object: "webhook_endpoint",
    api_version: endpoint.api_version,
    application: null,
    created: Math.floor(Date.parse(endpoint.created_at) / 1000),
    description: endpoint.description,
    enabled_events: endpoint.enabled_events,
    livemode,
    metadata: endpoint.metadata,
    ...(secret !== undefined && { secret }),
    status: endpoint.status,
    url: endpoint.url,
  } satisfies Stripe.WebhookEndpoint
}
