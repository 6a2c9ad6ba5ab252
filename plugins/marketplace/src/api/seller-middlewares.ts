import { authenticate, type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute } from "@medusajs/framework/http"
import { requireActiveMember } from "./require-active-member"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

export const sellerMiddlewares: MiddlewareRoute[] = [
  // A dossier's long texts, each within its limit, are more than the usual 100 kB together.
  { matcher: "/seller/dossiers/:id", methods: ["POST"], bodyParser: { sizeLimit: "2mb" } },
  // Everything under /seller, of any plugin, needs a member's token, except the calls that hand one out.
  {
    matcher: "/seller/*",
    middlewares: [
      // Lets a request without a token pass only to be refused by requireActiveMember, in the words of the house.
      exceptLogin(authenticate("seller", ["bearer"], { allowUnauthenticated: true })),
      exceptLogin(requireActiveMember),
    ],
  },
]

function exceptLogin(middleware: Middleware): Middleware {
  return (req, res, next) => (/^\/seller\/auth\//i.test(req.originalUrl) ? next() : middleware(req, res, next))
}
