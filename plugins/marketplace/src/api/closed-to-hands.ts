import { sendError } from "@cho-phien/administrative-units"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkoutErrors } from "../modules/order-group/errors"

/** That goods arrived is the one thing about a parcel which the operator may say in the shop's place: payouts wait for it. */
const ARRIVED = /^\/admin\/orders\/[^/]+\/fulfillments\/[^/]+\/mark-as-delivered\/?$/i

export function closedToHands(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const [path = ""] = req.originalUrl.split("?")
  if (ARRIVED.test(path)) return next()
  sendError(req, res, checkoutErrors.byHandClosed())
}
