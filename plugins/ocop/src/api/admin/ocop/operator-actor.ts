import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { ListActor } from "../../../modules/ocop/commit-official-list"
import { actorOf } from "./shared"

/** The operator answers for the whole country, and writes down what the authorities decided. */
export async function operatorOf(req: AuthenticatedMedusaRequest): Promise<ListActor> {
  const id = actorOf(req)
  const [user] = await req.scope.resolve(Modules.USER).listUsers({ id }, { select: ["email"] })
  return { type: "user", id, name: user?.email ?? id, province_code: null, level: "operator", illustrative: false }
}
