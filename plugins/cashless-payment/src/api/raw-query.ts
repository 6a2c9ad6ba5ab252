import type { MedusaRequest } from "@medusajs/framework/http"

/** The query exactly as it came over the wire: signatures are made over it, and parsing would lose doubles. */
export function rawQuery(req: MedusaRequest): string {
  const start = req.originalUrl.indexOf("?")
  return start < 0 ? "" : req.originalUrl.slice(start + 1)
}
