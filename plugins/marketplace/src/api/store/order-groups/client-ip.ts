import type { MedusaRequest } from "@medusajs/framework/http"
import { isIP } from "node:net"

/**
 * The buyer's address for the gateway's fraud checks (vnp_IpAddr). The storefront asks on the buyer's behalf and
 * passes it on; it is information, nothing is decided on it here.
 */
export function clientIp(req: MedusaRequest): string {
  const header = req.headers["x-forwarded-for"]
  const forwarded = (Array.isArray(header) ? header[0] : header)?.split(",")[0]?.trim() ?? ""
  const address = isIP(forwarded) ? forwarded : (req.socket.remoteAddress ?? "")
  const bare = address.replace(/^::ffff:/, "")
  return isIP(bare) && bare !== "::1" ? bare : "127.0.0.1"
}
