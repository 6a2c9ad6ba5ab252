import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GET as takeIpn } from "./ipn/route"

/**
 * VNPay's notices are answered ahead of the routing: a middleware for all methods comes before every route, and a notice
 * then does not walk past the nine hundred entries that it is not for (docs/benchmarks.md). Mounted at the notice's own
 * address, so "/" is that address itself; whatever else comes there goes its way.
 */
export async function answerVnpayFirst(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (req.method !== "GET" || req.path !== "/") return next()
  await takeIpn(req, res)
}
