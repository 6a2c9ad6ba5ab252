import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { RegisterActor } from "../../modules/geographical-indications/actor"

/** The operator as somebody whose acts are logged. */
export async function operatorOf(req: AuthenticatedMedusaRequest): Promise<RegisterActor & { type: "user" }> {
  const id = req.auth_context.actor_id
  const [user] = await req.scope.resolve(Modules.USER).listUsers({ id }, { select: ["email"] })
  return { type: "user", id, name: user?.email ?? id, illustrative: false }
}
