import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { requireOfficial } from "./require-official"

const signedIn = [authenticate("official", ["bearer"]), requireOfficial]

export default defineMiddlewares({
  routes: [
    { matcher: "/official/me", middlewares: signedIn },
    { matcher: "/official/listing-rate*", middlewares: signedIn },
  ],
})
