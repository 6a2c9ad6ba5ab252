import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { receivePhotograph } from "./receive-photograph"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/seller/media",
      methods: ["POST"],
      middlewares: [authenticate("seller", ["bearer"]), receivePhotograph],
    },
    {
      // Anybody may ask; who the operator is decides what a private name answers.
      matcher: "/uploads/:file",
      methods: ["GET"],
      middlewares: [authenticate("user", ["session", "bearer"], { allowUnauthenticated: true })],
    },
  ],
})
