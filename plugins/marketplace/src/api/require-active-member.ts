import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { sendError } from "@cho-phien/administrative-units"
import { sellerRevoked } from "../modules/seller/errors"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

/**
 * A token outlives a dismissal, so the member is read again on every request:
 * a revoked member or a suspended shop is refused at once, whatever the token says.
 */
export async function requireActiveMember(req: AuthenticatedMedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [member] = await sellers.listSellerMembers({ id: req.auth_context.actor_id }, { relations: ["seller"] })
  if (!member || member.status !== "active" || member.seller.status !== "active") {
    sendError(req, res, sellerRevoked())
    return
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
