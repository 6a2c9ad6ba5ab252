import type { dossierProducer } from "@cho-phien/ocop"
import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../modules/seller"
import { readablePhone } from "../modules/phone-login/rules/normalise-phone"
import type SellerModuleService from "../modules/seller/service"
import { fetchOwnListings } from "../queries/fetch-listings"
import { actingSellerId } from "./require-active-member"

/** The member as the producer of a dossier: they act for their shop. */
export async function producerOf(req: AuthenticatedMedusaRequest): Promise<dossierProducer.Producer> {
  const member = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).retrieveSellerMember(req.auth_context.actor_id, { select: ["id", "name"] })
  return { type: "producer", id: member.id, name: member.name, seller_id: actingSellerId(req) }
}

/** What a dossier is prefilled with. */
export async function shopOf(req: AuthenticatedMedusaRequest): Promise<dossierProducer.ShopFacts> {
  const sellerId = actingSellerId(req)
  const seller = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).retrieveSeller(sellerId)
  const units = await req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([seller.commune_code, seller.province_code])
  const listings = await fetchOwnListings(req.scope, { filters: { sellerId } })
  const { name, kind, commune_code, province_code, illustrative } = seller
  return {
    name,
    kind,
    commune_code,
    province_code,
    illustrative,
    address: [commune_code, province_code].flatMap((code) => units.get(code)?.full_name ?? []).join(", "),
    phone: readablePhone(seller.phone),
    listings: listings.map(({ id, title }) => ({ id, title })),
  }
}
