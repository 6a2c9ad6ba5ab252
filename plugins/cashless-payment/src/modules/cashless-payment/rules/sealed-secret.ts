import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

const VERSION = "v1"
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key what is sealed now is sealed under, and those it may have been sealed under before. */
export type SealingKeys = readonly [current: string, ...before: string[]]

/**
 * A secret as it lies in the database: AES-256-GCM under a key derived (HKDF-SHA256) from a setting, bound to `context`,
 * the row it belongs to, so that a sealed secret copied to another row does not open.
 */
export function sealSecret(secret: string, [keyMaterial]: SealingKeys, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", sealingKey(keyMaterial), nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${sealed.toString("base64url")}`
}

/** Null when it was sealed under none of the keys or for another row, or was changed. */
export function openSecret(sealed: string, keys: SealingKeys, context: string): string | null {
  for (const key of keys) {
    const secret = openUnder(sealed, key, context)
    if (secret !== null) return secret
  }
  return null
}

function openUnder(sealed: string, keyMaterial: string, context: string): string | null {
  const [version, body] = sealed.split(".")
  const bytes = Buffer.from(body ?? "", "base64url")
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(keyMaterial), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}

function sealingKey(keyMaterial: string): Buffer {
  return Buffer.from(hkdfSync("sha256", keyMaterial, "cashless-payment", "payee webhook secrets", 32))
}
