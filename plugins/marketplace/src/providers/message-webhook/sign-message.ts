import { createHmac } from "node:crypto"

/**
 * The signature header of an outgoing message, in the scheme Stripe made common:
 * `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`. The receiver recomputes it over the raw body
 * and refuses a `t` more than five minutes old.
 */
export function signMessage(secret: string, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000)
  return `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`
}
