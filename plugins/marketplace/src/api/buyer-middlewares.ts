import { sendError } from "@cho-phien/administrative-units"
import { authenticate, type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute } from "@medusajs/framework/http"
import { buyerErrors } from "../buyer/errors"
import { requireBuyer } from "./require-buyer"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

/**
 * Everything under /buyer needs a buyer's token, except the calls that hand one out. Medusa's own ways for customers are
 * closed: an account of theirs proves no e-mail, yet it gets the carts, and so the orders, of guests who type that e-mail;
 * and any account takes any cart, also another buyer's.
 */
export const buyerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/auth/customer*", middlewares: [routeClosed] },
  { matcher: "/store/customers*", middlewares: [routeClosed] },
  { matcher: "/store/carts/:id/customer", middlewares: [routeClosed] },
  {
    matcher: "/buyer/*",
    middlewares: [
      // Lets a request without a token pass only to be refused by requireBuyer, in the words of the house.
      exceptLogin(authenticate("customer", ["bearer"], { allowUnauthenticated: true })),
      exceptLogin(requireBuyer),
    ],
  },
]

function exceptLogin(middleware: Middleware): Middleware {
  return (req, res, next) => (/^\/buyer\/auth\//i.test(req.originalUrl) ? next() : middleware(req, res, next))
}

function routeClosed(req: MedusaRequest, res: MedusaResponse, _next: MedusaNextFunction): void {
  sendError(req, res, buyerErrors.routeClosed())
}
