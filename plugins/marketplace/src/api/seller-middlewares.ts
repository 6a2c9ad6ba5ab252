import { authenticate, type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute } from "@medusajs/framework/http"
import { requireActiveMember } from "./require-active-member"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

export const sellerMiddlewares: MiddlewareRoute[] = [
  // Everything under /seller, of any plugin, needs a member's token, except the calls that hand one out.
  { matcher: "/seller/*", middlewares: [exceptLogin(authenticate("seller", ["bearer"])), exceptLogin(requireActiveMember as Middleware)] },
]

function exceptLogin(middleware: Middleware): Middleware {
  return (req, res, next) => (/^\/seller\/auth\//i.test(req.originalUrl) ? next() : middleware(req, res, next))
}
