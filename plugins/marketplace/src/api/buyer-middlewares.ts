import { authenticate, type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute } from "@medusajs/framework/http"
import { requireBuyer } from "./require-buyer"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

/** Everything under /buyer needs a buyer's token, except the calls that hand one out. */
export const buyerMiddlewares: MiddlewareRoute[] = [
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
