import { authenticate, defineMiddlewares, type MedusaNextFunction, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { requireOfficial } from "./require-official"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

export default defineMiddlewares({
  routes: [
    // A council member's comments, or a report, each within its limit, are more than the usual 100 kB together.
    ...["acts", "sheet"].map((end) => ({ matcher: `/official/dossiers/:id/${end}`, methods: ["POST" as const], bodyParser: { sizeLimit: "1mb" } })),
    // Everything under /official needs an official's token, except the calls that hand one out.
    {
      matcher: "/official/*",
      middlewares: [
        // Lets a request without a token pass only to be refused by requireOfficial, in the words of the house.
        exceptLogin(authenticate("official", ["bearer"], { allowUnauthenticated: true })),
        exceptLogin(requireOfficial as Middleware),
      ],
    },
  ],
})

function exceptLogin(middleware: Middleware): Middleware {
  return (req, res, next) => (/^\/official\/auth\//i.test(req.originalUrl) ? next() : middleware(req, res, next))
}
