import { createHmac } from "node:crypto"
import { sameSecret } from "./same-secret"

type Json = Record<string, unknown>

/**
 * What payOS signs of a webhook's `data`: keys sorted, `key=value` joined with `&`, nothing encoded; null, undefined
 * and their names as text are empty; a list is JSON with the keys of its objects sorted (payos.vn/docs, webhooks).
 */
export function canonicalPayosData(data: Json): string {
  return Object.keys(data)
    .sort()
    .map((key) => `${key}=${canonicalValue(data[key])}`)
    .join("&")
}

/** Hex HMAC-SHA256 with the channel's checksum key. */
export function payosSignature(data: Json, checksumKey: string): string {
  return createHmac("sha256", checksumKey).update(canonicalPayosData(data), "utf8").digest("hex")
}

/** payOS sends no time, so a replay is caught by the transfer's own key alone. */
export function verifyPayos(data: Json, signature: string, checksumKey: string): boolean {
  return sameSecret(signature.toLowerCase(), payosSignature(data, checksumKey))
}

function canonicalValue(value: unknown): string {
  if (value === null || value === undefined || value === "null" || value === "undefined") return ""
  if (Array.isArray(value)) return JSON.stringify(value.map((item: unknown) => (isObject(item) ? sortedKeys(item) : item)))
  return String(value)
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function sortedKeys(value: Json): Json {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
