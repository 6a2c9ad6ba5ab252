import { createHmac } from "node:crypto"
import { sameSecret } from "./same-secret"

const MAX_DRIFT_MS = 5 * 60_000

export type CassoVerdict = "valid" | "missing_signature" | "stale_timestamp" | "wrong_signature"

/**
 * Casso webhook v2 signs not the bytes but the body written again as JSON with its keys sorted at every depth:
 * hex HMAC-SHA512 over `<t>.<that JSON>`, t in milliseconds, sent as `X-Casso-Signature: t=<t>,v1=<hex>`.
 */
export function cassoSignature(milliseconds: string, canonicalBody: string, checksumKey: string): string {
  return createHmac("sha512", checksumKey).update(`${milliseconds}.${canonicalBody}`, "utf8").digest("hex")
}

export function canonicalCassoBody(body: unknown): string {
  return JSON.stringify(sorted(body))
}

/** Two spellings are tried, JavaScript's and PHP's (`\/`, `\u00e8`); both need the key, so trying both gives nothing away. */
export function verifyCasso(header: string | undefined, body: unknown, checksumKey: string, now: Date): CassoVerdict {
  const parts = /^t=(\d{1,15}),\s*v1=([0-9a-f]{128})$/i.exec(header?.trim() ?? "")
  if (!parts) return "missing_signature"
  const [, milliseconds = "", given = ""] = parts
  if (Math.abs(now.getTime() - Number(milliseconds)) > MAX_DRIFT_MS) return "stale_timestamp"
  const canonical = canonicalCassoBody(body)
  const matches = [canonical, asPhpWrites(canonical)].map((text) => sameSecret(given.toLowerCase(), cassoSignature(milliseconds, text, checksumKey)))
  return matches.includes(true) ? "valid" : "wrong_signature"
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** json_encode's defaults: a slash is escaped, and every UTF-16 unit beyond ASCII. */
function asPhpWrites(json: string): string {
  return json.replaceAll("/", "\\/").replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
}
