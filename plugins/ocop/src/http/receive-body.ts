import type { MedusaRequest } from "@medusajs/framework/http"

/** A file that is the body as it is, of any type but JSON and text, which the framework reads away. Cut off as soon as it is too large. */
export async function receiveBody(req: MedusaRequest, limitBytes: number, tooLarge: () => Error): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > limitBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
