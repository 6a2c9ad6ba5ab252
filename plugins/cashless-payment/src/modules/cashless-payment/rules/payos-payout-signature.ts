import { createHmac } from "node:crypto"
import { sameSecret } from "./same-secret"

/**
 * What payOS signs of a payout, request or answer alike: keys sorted at every depth, lists in their order, `key=value`
 * joined with `&`, both URL-encoded, null and undefined empty, what is nested as JSON. Other than its webhooks, which are
 * not encoded (@payos/node 2.0.5, crypto.createSignature; `x-signature` in the header).
 */
export function payosPayoutSignature(data: Record<string, unknown>, checksumKey: string): string {
  const text = Object.entries(sortedDeep(data))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(asText(value))}`)
    .join("&")
  return createHmac("sha256", checksumKey).update(text, "utf8").digest("hex")
}

export function verifyPayosPayout(data: Record<string, unknown>, signature: string, checksumKey: string): boolean {
  return sameSecret(signature.toLowerCase(), payosPayoutSignature(data, checksumKey))
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

function sortedDeep(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedValue(value[key])]),
  )
}

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isRecord(item) ? sortedDeep(item) : Array.isArray(item) ? sortedIndexes(item) : item))
  return isRecord(value) ? sortedDeep(value) : value
}

/** payOS takes a list in a list for an object with the places as keys. */
function sortedIndexes(list: unknown[]): Record<string, unknown> {
  return sortedDeep(Object.fromEntries(list.map((item, index) => [String(index), item])))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
