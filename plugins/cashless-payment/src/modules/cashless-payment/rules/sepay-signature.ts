import { createHmac } from "node:crypto"
import { sameSecret } from "./same-secret"

const MAX_DRIFT_SECONDS = 5 * 60

export type SepayCredentials = { webhookSecret?: string; apiKey?: string }
export type SepayHeaders = { signature?: string; timestamp?: string; authorization?: string }
export type SepayVerdict = "valid" | "not_configured" | "missing_signature" | "stale_timestamp" | "wrong_signature"

/** Hex HMAC-SHA256 over `<timestamp>.<raw body>`, sent by SePay as `X-SePay-Signature: sha256=<hex>`. */
export function sepaySignature(timestamp: string, rawBody: Buffer | string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(rawBody).digest("hex")}`
}

/**
 * SePay lets an account choose HMAC or a static `Authorization: Apikey …`. A signature that is present must be right:
 * a wrong one is never excused by a right key. The timestamp may be 5 minutes off in either direction.
 */
export function verifySepay(headers: SepayHeaders, rawBody: Buffer | string, credentials: SepayCredentials, now: Date): SepayVerdict {
  const { webhookSecret, apiKey } = credentials
  if (!webhookSecret && !apiKey) return "not_configured"
  if (webhookSecret && headers.signature) {
    const timestamp = headers.timestamp ?? ""
    if (!/^\d{1,12}$/.test(timestamp)) return "stale_timestamp"
    if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_DRIFT_SECONDS) return "stale_timestamp"
    return sameSecret(headers.signature.toLowerCase(), sepaySignature(timestamp, rawBody, webhookSecret)) ? "valid" : "wrong_signature"
  }
  if (apiKey && headers.authorization) {
    return sameSecret(headers.authorization, `Apikey ${apiKey}`) ? "valid" : "wrong_signature"
  }
  return "missing_signature"
}
