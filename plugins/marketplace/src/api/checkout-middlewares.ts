import { sendError } from "@cho-phien/administrative-units"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { checkoutErrors } from "../modules/order-group/errors"
import { guardAdminCancel } from "./guard-admin-cancel"
import { closedToHands } from "./closed-to-hands"

/**
 * Medusa's stock completion, payment-collection and webhook routes go round the one completion path
 * (docs/decisions/0001) and are closed. So are the doors of Medusa Admin by which an order would be paid, sent or
 * changed past the shop and its payment: "Mark as paid" takes the payment's session away from under a QR that can
 * still be paid. The matchers also catch a trailing slash and other letter case.
 */
export const checkoutMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id/complete", middlewares: [routeClosed] },
  { matcher: "/store/payment-collections*", methods: ["POST", "DELETE"], middlewares: [routeClosed] },
  { matcher: "/hooks/payment/*", middlewares: [routeClosed] },
  // To Medusa an order's id is the key to it: it shows address and phone, and takes goods back, for whoever knows the
  // id. Sellers know it before anything is paid. Buyers have the order group, with its own token.
  { matcher: "/store/orders*", middlewares: [routeClosed] },
  { matcher: "/store/returns*", middlewares: [routeClosed] },
  ...["payment-collections", "order-edits", "draft-orders", "returns", "claims", "exchanges"].map((door): MiddlewareRoute => ({ matcher: `/admin/${door}*`, methods: ["POST", "DELETE"], middlewares: [closedToHands] })),
  { matcher: "/admin/payments/:id/capture", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/orders/:id/credit-lines", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/orders/:id/complete", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/orders/:id/fulfillments*", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/orders/:id/payment-sessions*", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/fulfillments*", methods: ["POST"], middlewares: [closedToHands] },
  // Runs any workflow by its name, those behind all the other doors among them.
  { matcher: "/admin/workflows-executions*", methods: ["POST"], middlewares: [closedToHands] },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [guardAdminCancel] },
]

function routeClosed(req: MedusaRequest, res: MedusaResponse, _next: MedusaNextFunction): void {
  sendError(req, res, checkoutErrors.routeClosed())
}
