import { sendError } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../modules/seller"
import { loginNeeded, sellerRevoked } from "../modules/seller/errors"
import type SellerModuleService from "../modules/seller/service"

/**
 * A token outlives a dismissal, so the member is read again on every request:
 * a revoked member or a suspended shop is refused at once, whatever the token says.
 */
export async function requireActiveMember(req: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, "auth_context">>, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const memberId = req.auth_context?.actor_id
  if (!req.auth_context || !memberId) return sendError(req, res, loginNeeded())
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [member] = await sellers.listSellerMembers({ id: memberId }, { relations: ["seller"] })
  if (!member || member.status !== "active" || member.seller.status !== "active") {
    return sendError(req, res, sellerRevoked())
  }
  req.auth_context.app_metadata = { ...req.auth_context.app_metadata, seller_id: member.seller.id }
  next()
}

/** The shop the request acts for; only behind {@link requireActiveMember}. */
export function actingSellerId(req: AuthenticatedMedusaRequest): string {
  const sellerId = req.auth_context.app_metadata?.seller_id
  if (typeof sellerId !== "string") throw new Error("requireActiveMember must run before actingSellerId")
  return sellerId
}

/** The person who acts for the shop. */
export function actingMemberId(req: AuthenticatedMedusaRequest): string {
  return req.auth_context.actor_id
}
