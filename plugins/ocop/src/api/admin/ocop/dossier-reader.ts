import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { DossierActor } from "../../../modules/dossier/rules/roles-on-dossier"
import { operatorOf } from "./operator-actor"

/** The operator reads what was handed in and does nothing with it. */
export async function readerOf(req: AuthenticatedMedusaRequest): Promise<DossierActor> {
  const { id, name } = await operatorOf(req)
  return { type: "operator", id, name }
}
