import { authenticate, defineMiddlewares, type MedusaNextFunction, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { requireOfficial } from "./require-official"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

export default defineMiddlewares({
  routes: [
    // Everything under /official needs an official's token, except the calls that hand one out.
    {
      matcher: "/official/*",
      middlewares: [exceptLogin(authenticate("official", ["bearer"])), exceptLogin(requireOfficial as Middleware)],
    },
  ],
})

function exceptLogin(middleware: Middleware): Middleware {
  return (req, res, next) => (/^\/official\/auth\//i.test(req.originalUrl) ? next() : middleware(req, res, next))
}
