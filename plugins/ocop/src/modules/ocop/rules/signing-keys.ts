import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto"

/** A key whose signatures count. `x` is the raw public key in base64url, as in a JWK (RFC 8037). */
export type PublishedKey = { id: string; x: string; retired: boolean }

export type SigningKeys = {
  /** null where the installation has no OCOP_SIGNING_KEY: it checks, but signs nothing */
  current: { id: string; privateKey: KeyObject } | null
  published: PublishedKey[]
}

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410 §7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex")

/** The name of a public key: the first 8 hex digits of the SHA-256 of its 32 bytes. */
export function keyId(x: string): string {
  return createHash("sha256").update(Buffer.from(x, "base64url")).digest("hex").slice(0, 8)
}

/**
 * The keys of an installation.
 * @param seedHex the 32 secret bytes as 64 hex digits (OCOP_SIGNING_KEY)
 * @param retired public keys of former signing keys, base64url, parted by commas (OCOP_RETIRED_KEYS): labels that hang
 *   on goods already are still genuine after a change of key
 * @throws Error that names the setting, when one is malformed
 */
export function readSigningKeys(seedHex: string | undefined, retired = ""): SigningKeys {
  const former = retired.split(",").map((x) => x.trim()).filter(Boolean)
  for (const x of former) publicKeyOf(x, "OCOP_RETIRED_KEYS")
  const published = former.map((x) => ({ id: keyId(x), x, retired: true }))
  if (!seedHex) return { current: null, published }
  if (!/^[0-9a-f]{64}$/i.test(seedHex)) throw new Error("OCOP_SIGNING_KEY must be 64 hex digits")
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, Buffer.from(seedHex, "hex")]), format: "der", type: "pkcs8" })
  const x = createPublicKey(privateKey).export({ format: "jwk" }).x
  if (!x) throw new Error("OCOP_SIGNING_KEY gives no public key")
  const id = keyId(x)
  return { current: { id, privateKey }, published: [{ id, x, retired: false }, ...published.filter((key) => key.id !== id)] }
}

/** @throws Error naming where the key came from, when it is not a public key of Ed25519 */
export function publicKeyOf(x: string, origin = "key"): KeyObject {
  if (!/^[A-Za-z0-9_-]{43}$/.test(x)) throw new Error(`${origin} must be Ed25519 public keys of 43 base64url characters`)
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" })
}
