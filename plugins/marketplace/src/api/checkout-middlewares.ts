import { sendError } from "@cho-phien/administrative-units"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { checkoutErrors } from "../modules/order-group/errors"
import { guardAdminCancel } from "./guard-admin-cancel"

/**
 * Medusa's stock completion, payment-collection and webhook routes go round the one completion path
 * (docs: order first, money later) and are closed. The matchers also catch a trailing slash and other letter case.
 */
export const checkoutMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id/complete", middlewares: [routeClosed] },
  { matcher: "/store/payment-collections*", methods: ["POST", "DELETE"], middlewares: [routeClosed] },
  { matcher: "/hooks/payment/*", middlewares: [routeClosed] },
  // To Medusa an order's id is the key to it: it shows address and phone, and takes goods back, for whoever knows the
  // id. Sellers know it before anything is paid. Buyers have the order group, with its own token.
  { matcher: "/store/orders*", middlewares: [routeClosed] },
  { matcher: "/store/returns*", middlewares: [routeClosed] },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [guardAdminCancel] },
]

function routeClosed(req: MedusaRequest, res: MedusaResponse, _next: MedusaNextFunction): void {
  sendError(req, res, checkoutErrors.routeClosed())
}
