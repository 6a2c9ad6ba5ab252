import {
  authenticate,
  defineMiddlewares,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { receivePhotograph } from "./receive-photograph"

const authenticateSeller = authenticate("seller", ["bearer"])

/**
 * The marketplace guards everything under /seller and notes whose shop it is; asking again
 * would drop that note. Without the marketplace the token alone decides.
 */
function requireSeller(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): unknown {
  const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
  if (auth_context?.actor_type === "seller" && auth_context.actor_id) return next()
  return authenticateSeller(req as AuthenticatedMedusaRequest, res, next)
}

export default defineMiddlewares({
  routes: [
    {
      matcher: "/seller/media",
      methods: ["POST"],
      middlewares: [requireSeller, receivePhotograph],
    },
    {
      // Anybody may ask; who the operator is decides what a private name answers.
      matcher: "/uploads/:file",
      methods: ["GET"],
      middlewares: [authenticate("user", ["session", "bearer"], { allowUnauthenticated: true })],
    },
  ],
})
