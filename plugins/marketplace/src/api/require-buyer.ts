import { sendError } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { buyerErrors } from "../buyer/errors"

export type ActingBuyer = { customerId: string; phone: string }

/** Lets through tokens that were handed out for a proven phone, of a customer who still exists. */
export async function requireBuyer(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { actor_id: customerId, app_metadata } = req.auth_context ?? {}
  // Medusa's own customer tokens name no phone: they prove an e-mail, and phones are what orders are claimed by.
  if (!customerId || typeof app_metadata?.phone !== "string") return sendError(req, res, buyerErrors.loginNeeded())
  const [customer] = await req.scope.resolve(Modules.CUSTOMER).listCustomers({ id: customerId }, { select: ["id"] })
  if (!customer) return sendError(req, res, buyerErrors.loginNeeded())
  next()
}

/** Who the request acts for; only behind {@link requireBuyer}. */
export function actingBuyer(req: AuthenticatedMedusaRequest): ActingBuyer {
  const phone = req.auth_context.app_metadata?.phone
  if (typeof phone !== "string") throw new Error("requireBuyer must run before actingBuyer")
  return { customerId: req.auth_context.actor_id, phone }
}
