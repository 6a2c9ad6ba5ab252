import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { StripeApiError, unrecognizedUrl } from "./stripe-error"

/** What of Stripe's API exists here; everything else is an unrecognized URL, as it is at Stripe. */
const ROUTES = [/^GET \/v1\/payment_intents\/?$/, /^GET \/v1\/payment_intents\/[^/]+\/?$/]

/** Before every /v1 route: who is calling, and is there such a thing. */
export function stripeGate(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.setHeader("Request-Id", `req_${randomBytes(8).toString("hex")}`)
  const version = req.headers["stripe-version"]
  if (typeof version === "string" && /^[\w.-]{1,40}$/.test(version)) res.setHeader("Stripe-Version", version)
  const { settings } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const refusal = refuse(req, settings.apiKey)
  if (!refusal) return next()
  // The same request would fail the same way: the SDK need not try again.
  res.setHeader("Stripe-Should-Retry", "false")
  res.status(refusal.status).json(refusal.body)
}

function refuse(req: MedusaRequest, apiKey: string | null): StripeApiError | null {
  const path = req.originalUrl.split("?")[0] ?? ""
  const key = /^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1]
  if (!key) return new StripeApiError(401, { message: "You did not provide an API key. Use an Authorization header: 'Authorization: Bearer YOUR_SECRET_KEY'." })
  if (!apiKey || !same(key, apiKey)) return new StripeApiError(401, { message: "Invalid API Key provided." })
  return ROUTES.some((route) => route.test(`${req.method} ${path}`)) ? null : unrecognizedUrl(req.method, path)
}

function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
