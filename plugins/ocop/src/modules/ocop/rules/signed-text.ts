import { sign, verify } from "node:crypto"
import { publicKeyOf, type PublishedKey, type SigningKeys } from "./signing-keys"

/**
 * Fields under our signature as text for a QR or an address: `<mark>.<payload>.<signature>`, both base64url. The payload
 * is the UTF-8 of a JSON array, the id of the key first; the signature is Ed25519 (RFC 8032) over the ASCII of everything
 * before the second dot. Each kind of statement has a mark of its own, so that none can be taken for another.
 */
export function signFields(mark: string, fields: readonly unknown[], key: NonNullable<SigningKeys["current"]>): string {
  const signed = `${mark}.${Buffer.from(JSON.stringify([key.id, ...fields]), "utf8").toString("base64url")}`
  return `${signed}.${sign(null, Buffer.from(signed, "ascii"), key.privateKey).toString("base64url")}`
}

export type SignedFields<T> =
  | { state: "genuine"; key_id: string; value: T }
  | { state: "tampered" | "unknown_key"; key_id: string | null; value: null }

export type FieldsReader<T> = {
  mark: string
  /** Longer than any we make: what is longer is not looked at. */
  longest: number
  /** null for what is no statement of this kind */
  read: (fields: unknown[]) => T | null
  /** the inverse of `read`: there is one spelling of each statement, any other counts as tampered */
  write: (value: T) => readonly unknown[]
}

/** Whether a text is ours, and what it says. */
export function openFields<T>(text: string, keys: readonly PublishedKey[], { mark, longest, read, write }: FieldsReader<T>): SignedFields<T> {
  const tampered = { state: "tampered", key_id: null, value: null } as const
  const [head, payload, signature, ...more] = text.length <= longest ? text.split(".") : []
  if (head !== mark || !payload || !signature || more.length > 0 || !/^[\w-]+$/.test(payload) || !/^[\w-]{86}$/.test(signature)) return tampered
  const [keyId, ...fields] = parse(Buffer.from(payload, "base64url").toString("utf8"))
  if (typeof keyId !== "string" || !/^[0-9a-f]{8}$/.test(keyId)) return tampered
  const value = read(fields)
  if (value === null) return tampered
  const key = keys.find(({ id }) => id === keyId)
  if (!key) return { state: "unknown_key", key_id: keyId, value: null }
  const bytes = Buffer.from(signature, "base64url")
  const oneSpelling = Buffer.from(JSON.stringify([keyId, ...write(value)]), "utf8").toString("base64url") === payload && bytes.toString("base64url") === signature
  return oneSpelling && verify(null, Buffer.from(`${mark}.${payload}`, "ascii"), publicKeyOf(key.x), bytes)
    ? { state: "genuine", key_id: keyId, value }
    : { ...tampered, key_id: keyId }
}

function parse(json: string): unknown[] {
  try {
    const fields: unknown = JSON.parse(json)
    return Array.isArray(fields) ? fields : []
  } catch {
    return []
  }
}
