import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../../modules/seller"
import { sellerRevoked } from "../../modules/seller/errors"
import type SellerModuleService from "../../modules/seller/service"

/** The member who acts, by name: what is said about money is said by a person, not by a shop. */
export async function actingPerson(req: AuthenticatedMedusaRequest): Promise<{ id: string; name: string }> {
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [member] = await sellers.listSellerMembers({ id: req.auth_context.actor_id }, { take: 1 })
  if (!member) throw sellerRevoked()
  return { id: member.id, name: member.name }
}
