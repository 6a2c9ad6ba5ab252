import { createHmac, randomInt, timingSafeEqual } from "node:crypto"
import { CODE_POLICY } from "./code-policy"

export function generateCode(): string {
  return randomInt(10 ** CODE_POLICY.digits).toString().padStart(CODE_POLICY.digits, "0")
}

/**
 * The stored form of a code. Keyed, because a plain hash of a million values is a list, not a secret;
 * bound to phone and purpose, so that a code for one door opens no other.
 */
export function codeDigest(key: string, phone: string, purpose: string, code: string): string {
  return createHmac("sha256", key).update(JSON.stringify(["login-code", phone, purpose, code])).digest("hex")
}

/** The stored form of a client address: enough to count by, not enough to read. */
export function addressDigest(key: string, address: string): string {
  return createHmac("sha256", key).update(JSON.stringify(["login-address", address])).digest("hex").slice(0, 32)
}

export function sameDigest(a: string, b: string): boolean {
  const left = Buffer.from(a, "hex")
  const right = Buffer.from(b, "hex")
  return left.length === right.length && timingSafeEqual(left, right)
}
