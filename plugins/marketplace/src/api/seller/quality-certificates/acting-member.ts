import type { CertificateActor } from "@cho-phien/geographical-indications"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../../../modules/seller"
import { sellerRevoked } from "../../../modules/seller/errors"
import type SellerModuleService from "../../../modules/seller/service"

type Shop = { id: string; commune_code: string; province_code: string; illustrative: boolean }

/** The shop of a request and the person who acts for it, as the log of certificates names them. */
export async function actingMember(req: AuthenticatedMedusaRequest): Promise<{ shop: Shop; actor: CertificateActor }> {
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [member] = await sellers.listSellerMembers({ id: req.auth_context.actor_id }, { relations: ["seller"] })
  if (!member) throw sellerRevoked()
  const { id, name, commune_code, province_code, illustrative } = member.seller
  return {
    shop: { id, commune_code, province_code, illustrative },
    actor: { type: "seller", id: member.id, name, illustrative },
  }
}
