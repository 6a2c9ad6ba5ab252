import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { MediaError, maxUploadBytes } from "../errors"

/** The uploaded bytes: in base64, or as a file on this machine (which is left where it is). */
export type PhotographSource = { bytes: string } | { path: string }

export async function readPhotograph(source: PhotographSource): Promise<Buffer> {
  const bytes = "path" in source ? await readFile(source.path) : Buffer.from(source.bytes, "base64")
  if (bytes.length > maxUploadBytes) throw new MediaError("media.too_large")
  return bytes
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex")
}
