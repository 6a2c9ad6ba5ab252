/**
 * What of Stripe's API exists here; everything else is an unrecognized URL, as it is at Stripe. `:id` is one segment.
 * A test compares this with the routes under api/v1.
 */
export const STRIPE_URLS = [
  "GET /v1/accounts",
  "POST /v1/accounts",
  "GET /v1/accounts/:id",
  "GET /v1/charges",
  "GET /v1/charges/:id",
  "GET /v1/customers",
  "POST /v1/customers",
  "GET /v1/customers/search",
  "GET /v1/customers/:id",
  "POST /v1/customers/:id",
  "DELETE /v1/customers/:id",
  "GET /v1/customers/:id/payment_methods",
  "GET /v1/refunds",
  "POST /v1/refunds",
  "GET /v1/refunds/:id",
  "POST /v1/refunds/:id",
  "POST /v1/refunds/:id/cancel",
  "GET /v1/payment_intents",
  "POST /v1/payment_intents",
  "GET /v1/payment_intents/search",
  "GET /v1/payment_intents/:id",
  "POST /v1/payment_intents/:id",
  "POST /v1/payment_intents/:id/confirm",
  "POST /v1/payment_intents/:id/capture",
  "POST /v1/payment_intents/:id/cancel",
  "GET /v1/events",
  "GET /v1/events/:id",
  "POST /v1/events/:id/retry",
  "GET /v1/webhook_endpoints",
  "POST /v1/webhook_endpoints",
  "GET /v1/webhook_endpoints/:id",
  "POST /v1/webhook_endpoints/:id",
  "DELETE /v1/webhook_endpoints/:id",
] as const

const PATTERNS = STRIPE_URLS.map((url) => new RegExp(`^${url.replaceAll(":id", "[^/]+")}/?$`))

export function isStripeUrl(method: string, path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(`${method} ${path}`))
}
