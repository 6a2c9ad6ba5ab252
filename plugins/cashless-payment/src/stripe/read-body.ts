import type { MedusaRequest } from "@medusajs/framework/http"
import { MAX_FORM_BYTES } from "./form"
import { invalidRequest, StripeApiError } from "./stripe-error"

/** The body's bytes. The framework's parsers are off for /v1: they would lose doubles and know no such limits. */
export async function readBody(req: MedusaRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when we stop reading, so that the refusal can still be sent.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_FORM_BYTES) throw new StripeApiError(413, { message: `Request body is too large: at most ${MAX_FORM_BYTES} bytes are read.` })
    chunks.push(chunk)
  }
  const type = (req.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase()
  if (size > 0 && type !== "application/x-www-form-urlencoded") {
    throw invalidRequest("Invalid request (check that your POST content type is application/x-www-form-urlencoded).")
  }
  return Buffer.concat(chunks)
}
