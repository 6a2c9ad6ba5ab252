import { createHmac, timingSafeEqual } from "node:crypto"

/** How far the signer's clock may be from ours, in seconds, in both directions. */
export const SIGNATURE_TOLERANCE_SECONDS = 300

/** More than anybody needs while rotating; bounds the work a hostile header can cause. */
const MAX_SIGNATURES = 8

const sign = (secret: string, seconds: number, body: string | Buffer) => createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex")

/**
 * The `Stripe-Signature` header of a webhook: `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, "t.body")>`, with one v1 for
 * each secret that is valid now, so that a receiver may change its secret whenever it likes.
 */
export function webhookSignature(secrets: readonly string[], body: string | Buffer, seconds: number): string {
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${sign(secret, seconds, body)}`)].join(",")
}

export type WebhookVerification = { valid: true; timestamp: number } | { valid: false; reason: "malformed" | "wrong_signature" | "stale" | "in_the_future" }

/**
 * For receivers of our webhooks. `body` is what came over the wire, unparsed. Unlike Stripe's own SDK, which accepts any
 * future timestamp, this refuses more than five minutes in both directions: a stolen notice cannot be kept for later.
 */
export function verifyWebhook({ body, header, secrets, now }: { body: string | Buffer; header: string; secrets: readonly string[]; now: Date }): WebhookVerification {
  const parsed = parse(header)
  if (!parsed || secrets.length === 0) return { valid: false, reason: "malformed" }
  const { seconds, signatures } = parsed
  const genuine = secrets.map((secret) => Buffer.from(sign(secret, seconds, body)))
  // Every pair is compared, so that the time taken does not say which one failed.
  const matches = signatures.flatMap((given) => genuine.map((expected) => given.length === expected.length && timingSafeEqual(given, expected)))
  if (!matches.includes(true)) return { valid: false, reason: "wrong_signature" }
  const age = now.getTime() / 1000 - seconds
  if (age > SIGNATURE_TOLERANCE_SECONDS) return { valid: false, reason: "stale" }
  if (age < -SIGNATURE_TOLERANCE_SECONDS) return { valid: false, reason: "in_the_future" }
  return { valid: true, timestamp: seconds }
}

/** Exactly one t and one to eight v1; other schemes (v0) are passed over, as Stripe asks receivers to do. */
function parse(header: string): { seconds: number; signatures: Buffer[] } | null {
  if (header.length > 2_000) return null
  const pairs = header.split(",").map((part) => part.trim().split("="))
  if (pairs.some((pair) => pair.length !== 2)) return null
  const values = (name: string) => pairs.filter(([key]) => key === name).map(([, value]) => value ?? "")
  const [times, signatures] = [values("t"), values("v1")]
  const time = times[0] ?? ""
  if (times.length !== 1 || !/^\d{1,11}$/.test(time)) return null
  if (signatures.length === 0 || signatures.length > MAX_SIGNATURES) return null
  return { seconds: Number(time), signatures: signatures.map((signature) => Buffer.from(signature)) }
}
