import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

/**
 * Whether a person who is an operator today makes this request. Medusa also lets its secret API keys past /admin, each
 * with an id of its own that stands for nobody (ASVS 5.0 2.3.5), and a token outlives a dismissal.
 */
export async function isPresentUser(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>): Promise<boolean> {
  const { actor_id: id, actor_type: type } = req.auth_context ?? {}
  if (type !== "user" || !id) return false
  const [person] = await req.scope.resolve(Modules.USER).listUsers({ id }, { select: ["id"], take: 1 })
  return person !== undefined
}
