/**
 * What of Stripe's API exists here; everything else is an unrecognized URL, as it is at Stripe. `:id` is one segment.
 * A test compares this with the routes under api/v1.
 */
export const STRIPE_URLS = [
  "GET /v1/payment_intents",
  "POST /v1/payment_intents",
  "GET /v1/payment_intents/:id",
  "POST /v1/payment_intents/:id",
  "POST /v1/payment_intents/:id/confirm",
  "POST /v1/payment_intents/:id/capture",
  "POST /v1/payment_intents/:id/cancel",
] as const

const PATTERNS = STRIPE_URLS.map((url) => new RegExp(`^${url.replaceAll(":id", "[^/]+")}/?$`))

export function isStripeUrl(method: string, path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(`${method} ${path}`))
}
