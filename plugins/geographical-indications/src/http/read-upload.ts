import type { MedusaRequest } from "@medusajs/framework/http"
import { evidenceTooLarge, evidenceUnsupported } from "../modules/quality-certificate/errors"

export const MAX_EVIDENCE_BYTES = 10 * 1024 * 1024

/**
 * A file that is the body as it is, of any type but JSON and text, which the framework reads away. Cut off as soon as it is too large.
 * @throws ApiError 400 `quality_certificates.evidence_too_large`, `quality_certificates.evidence_unsupported` when it is empty
 */
export async function readUpload(req: MedusaRequest): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > MAX_EVIDENCE_BYTES) throw evidenceTooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_EVIDENCE_BYTES) throw evidenceTooLarge()
    chunks.push(chunk)
  }
  if (bytes === 0) throw evidenceUnsupported()
  return Buffer.concat(chunks)
}
