import { createHmac, timingSafeEqual } from "node:crypto"

export type VnpayParams = Record<string, string>

/** By which secrets a notice about the terminal of that code may be signed; of one that nobody knows, by none. */
export type SecretsOfTerminal = (tmnCode: string) => readonly string[]

export type VnpayVerification =
  | { valid: true; params: VnpayParams }
  | { valid: false; reason: "malformed" | "duplicate_parameter" | "missing_signature" | "wrong_signature" }

const SIGNATURE_KEYS = new Set(["vnp_SecureHash", "vnp_SecureHashType"])
const HMAC_SHA512_HEX_LENGTH = 128

/**
 * The string VNPay 2.1.0 signs for `pay`, IPN and return: without the hash itself and without empty values,
 * sorted by name in byte order, form-encoded (space is `+`), joined with `&`.
 */
export function canonicalVnpayQuery(params: VnpayParams): string {
  const pairs = Object.entries(params)
    .filter(([name, value]) => value !== "" && !SIGNATURE_KEYS.has(name))
    .sort(byName)
  return new URLSearchParams(pairs).toString()
}

/** Lower-case hex HMAC-SHA512, what VNPay calls vnp_SecureHash. */
export function vnpayHash(signed: string, secret: string): string {
  return createHmac("sha512", secret).update(signed, "utf8").digest("hex")
}

export function signedVnpayQuery(params: VnpayParams, secret: string): string {
  const canonical = canonicalVnpayQuery(params)
  return `${canonical}&vnp_SecureHash=${vnpayHash(canonical, secret)}`
}

/**
 * querydr and refund sign values joined by `|`, not encoded; a missing value is empty but keeps its place.
 * The order of `names` is part of the protocol (see VNPAY_PIPE_ORDER).
 */
export function pipedVnpayValues(params: VnpayParams, names: readonly string[]): string {
  return names.map((name) => params[`vnp_${name}`] ?? "").join("|")
}

export const VNPAY_PIPE_ORDER = {
  querydr: ["RequestId", "Version", "Command", "TmnCode", "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"],
  querydrResponse: [
    "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate",
    "TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo", "PromotionCode", "PromotionAmount",
  ],
  refundResponse: [
    "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate",
    "TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo",
  ],
  refund: [
    "RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo",
    "TransactionDate", "CreateBy", "CreateDate", "IpAddr", "OrderInfo",
  ],
} as const

/**
 * Verifies an IPN or return query as it came over the wire.
 *
 * Works on the raw string, because a parsed and re-built query may be encoded otherwise than VNPay encoded it.
 * Parameters that do not start with `vnp_` are not signed and are left out; a parameter given twice is refused,
 * because two readers could then see two values (HTTP parameter pollution). Two encodings are tried: the one
 * received and the form encoding. Both need the secret, so trying both gives an attacker nothing. While a secret is
 * being changed there are two of them, and either may have signed. Which secrets those are may depend on the terminal
 * the notice names: what it says of that is believed only as far as to choose them.
 */
export function verifyVnpayQuery(rawQuery: string, secrets: string | readonly string[] | SecretsOfTerminal): VnpayVerification {
  const raw: [name: string, encoded: string][] = []
  const params: VnpayParams = Object.create(null) as VnpayParams
  for (const pair of rawQuery.split("&")) {
    if (pair === "") continue
    const separator = pair.indexOf("=")
    const name = formDecode(separator < 0 ? pair : pair.slice(0, separator))
    const value = separator < 0 ? "" : formDecode(pair.slice(separator + 1))
    if (name === null || value === null) return { valid: false, reason: "malformed" }
    if (!name.startsWith("vnp_")) continue
    if (name in params) return { valid: false, reason: "duplicate_parameter" }
    params[name] = value
    if (value !== "" && !SIGNATURE_KEYS.has(name)) raw.push([name, pair])
  }
  const claimed = params.vnp_SecureHash
  if (!claimed) return { valid: false, reason: "missing_signature" }

  const asReceived = raw.sort(byName).map(([, pair]) => pair).join("&")
  const candidates = [asReceived, canonicalVnpayQuery(params)]
  const own = typeof secrets === "function" ? secrets(params.vnp_TmnCode ?? "") : secrets
  if (!candidates.some((signed) => isVnpayHash(claimed, signed, own))) return { valid: false, reason: "wrong_signature" }
  return { valid: true, params }
}

/** Whether `claimed` is the hash of `signed` under one of the secrets, compared in constant time. */
export function isVnpayHash(claimed: string, signed: string, secrets: string | readonly string[]): boolean {
  return [secrets].flat().some((secret) => sameHash(claimed, vnpayHash(signed, secret)))
}

function sameHash(claimed: string, expectedHex: string): boolean {
  if (claimed.length !== HMAC_SHA512_HEX_LENGTH || !/^[0-9a-f]+$/i.test(claimed)) return false
  return timingSafeEqual(Buffer.from(claimed.toLowerCase(), "hex"), Buffer.from(expectedHex, "hex"))
}

function formDecode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replace(/\+/g, " "))
  } catch {
    return null
  }
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
