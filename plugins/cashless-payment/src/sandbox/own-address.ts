import type { MedusaRequest } from "@medusajs/framework/http"

/** Our own HTTP address as seen from this machine: the port this very request came in by, so no setting can mislead it. */
export function ownAddress(req: MedusaRequest): string {
  return `http://127.0.0.1:${req.socket.localPort}`
}
