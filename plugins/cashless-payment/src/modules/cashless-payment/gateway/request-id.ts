import { randomBytes } from "node:crypto"

/** A vnp_RequestId: at most 32 letters and digits, never the same twice. */
export function newRequestId(): string {
  return randomBytes(16).toString("hex").toUpperCase()
}
