import { randomBytes } from "node:crypto"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import type { PaymentSettings } from "../modules/cashless-payment/settings"
import { isSecretKey, keyOf } from "./api-key"
import { RateLimit } from "./rate-limit"
import { invalidRequest, StripeApiError, unrecognizedUrl } from "./stripe-error"
import { isStripeUrl } from "./urls"

const limit = new RateLimit()
/** Reading one intent with its client secret, which the buyer's page has instead of a key. */
const WITH_CLIENT_SECRET = /^GET \/v1\/payment_intents\/(?!search\/?\?)[^/?]+\/?\?(?:.*&)?client_secret=/

/** Before every /v1 route: who is calling, how often, and is there such a thing. */
export function stripeGate(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.setHeader("Request-Id", `req_${randomBytes(8).toString("hex")}`)
  const version = req.headers["stripe-version"]
  if (isVersion(version)) res.setHeader("Stripe-Version", version)
  const { settings } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const verdict = judge(req, settings)
  if (!(verdict instanceof StripeApiError)) {
    res.locals.stripeAccess = verdict
    // A shop's page on another site reads its buyer's intent; the secret in the address is all there is to hold.
    if (verdict === "client_secret") res.setHeader("Access-Control-Allow-Origin", "*")
    return next()
  }
  // The same request would fail the same way, but for one that came too fast: the SDK need not try again.
  if (verdict.status === 429) {
    res.setHeader("Stripe-Rate-Limited-Reason", "global-rate")
    res.setHeader("Retry-After", "1")
  } else res.setHeader("Stripe-Should-Retry", "false")
  if (verdict.status === 401) res.setHeader("WWW-Authenticate", 'Basic realm="Stripe"')
  res.status(verdict.status).json(verdict.body)
}

function judge(req: MedusaRequest, settings: PaymentSettings): "secret" | "client_secret" | StripeApiError {
  const path = req.originalUrl.split("?")[0] ?? ""
  const key = keyOf(req.headers.authorization)
  const isCaller = key !== null && isSecretKey(key, settings)
  // Whoever shows no key of ours shares one limit per address, so that guessing is slow and disturbs no caller.
  if (!limit.take(isCaller ? "secret key" : `address ${req.ip}`, Date.now())) {
    return new StripeApiError(429, { message: "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.", code: "rate_limit" })
  }
  // PostgreSQL has no such character: an id with it names nothing, and asking for it would be our error.
  if (path.includes("%00")) return invalidRequest("Invalid request: the path contains a NUL character.")
  if (!isCaller && (key === null || key.startsWith("pk_")) && WITH_CLIENT_SECRET.test(`${req.method} ${req.originalUrl}`)) return "client_secret"
  if (key === null) return new StripeApiError(401, { message: "You did not provide an API key. Use an Authorization header: 'Authorization: Bearer YOUR_SECRET_KEY'." })
  if (!isCaller) return new StripeApiError(401, { message: `Invalid API Key provided: ${masked(key)}` })
  const account = req.headers["stripe-account"]
  // Ignored, it would change whose money it is.
  if (account !== undefined) return new StripeApiError(403, { message: "The provided key does not have access to the account of the Stripe-Account header. Use on_behalf_of or transfer_data.", code: "account_invalid" })
  const version = req.headers["stripe-version"]
  if (version !== undefined && !isVersion(version)) return invalidRequest(`Invalid Stripe API version: ${String(version).slice(0, 60)}`)
  return isStripeUrl(req.method, path) ? "secret" : unrecognizedUrl(req.method, path)
}

/** `2026-10-28.endive`, and what previews write behind it: `; feature_beta=v1`. */
function isVersion(version: unknown): version is string {
  return typeof version === "string" && /^\d{4}-\d{2}-\d{2}(?:\.[a-z]{1,20})?(?:; ?\w{1,60}=v\d{1,3}){0,10}$/.test(version)
}

function masked(key: string): string {
  return key.length <= 12 ? "*".repeat(key.length) : `${key.slice(0, 8)}${"*".repeat(8)}${key.slice(-4)}`
}
