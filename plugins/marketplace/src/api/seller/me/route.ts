import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../../../modules/seller"
import type SellerModuleService from "../../../modules/seller/service"
import { presentMember } from "../present-member"

/** GET /seller/me → {member, seller}. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const member = await sellers.retrieveSellerMember(req.auth_context.actor_id, { relations: ["seller"] })
  res.json(await presentMember(req.scope, member))
})
