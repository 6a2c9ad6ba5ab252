import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"

/** Who is logged in at the operator's door; Medusa lets nobody else past /admin. */
export function actingUserId(req: MedusaRequest): string {
  const actor = (req as AuthenticatedMedusaRequest).auth_context?.actor_id
  if (!actor) throw new Error("actingUserId is only for routes behind a login")
  return actor
}
