import { readStatement, type Statement } from "./statement";

/** A key whose signatures count: `x` is the raw Ed25519 public key in base64url, as in a JWK (RFC 8037). */
export type PublishedKey = { kid: string; x: string; retired: boolean };

export type StatementCheck =
  | { state: "genuine"; keyId: string; statement: Statement }
  | { state: "tampered" | "unknown_key"; keyId: string | null; statement: null };

/** Whether `signature` over `message` was made with the secret half of the key. */
export type Verify = (x: string, message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/** Whether a statement is what one of the keys signed; says nothing of what the register holds today. */
export async function checkStatement(text: string, keys: readonly PublishedKey[], verify: Verify): Promise<StatementCheck> {
  const read = readStatement(text);
  if (!read) return { state: "tampered", keyId: null, statement: null };
  const key = keys.find(({ kid }) => kid === read.keyId);
  if (!key) return { state: "unknown_key", keyId: read.keyId, statement: null };
  const holds = await verify(key.x, read.signed, read.signature);
  return holds ? { state: "genuine", keyId: key.kid, statement: read.statement } : { state: "tampered", keyId: key.kid, statement: null };
}
