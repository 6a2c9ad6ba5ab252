import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SELLER_MODULE } from "../modules/seller"
import { sellerNotFound } from "../modules/seller/errors"
import { quoteShipping, type ShippingQuote, type ShippingTariff } from "../modules/seller/rules/shipping-quote"
import type SellerModuleService from "../modules/seller/service"

export type ShippingExample = { place: string; grams: number; quote: ShippingQuote }

export type ShippingSettings = {
  tariff: ShippingTariff
  /** False: the shop has set nothing, and this is the house's. */
  own: boolean
  examples: ShippingExample[]
}

/** Cities that everybody can judge a fee by. */
const EXAMPLE_PROVINCES = ["01", "48", "79"]
const EXAMPLE_GRAMS = 2_000

/** A shop's tariff, or the one it is thinking about, and what parcels of two kilograms would cost by it. */
export async function shippingSettings(container: MedusaContainer, sellerId: string, draft?: ShippingTariff): Promise<ShippingSettings> {
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  const [seller] = await sellers.listSellers({ id: sellerId })
  if (!seller) throw sellerNotFound()
  const { bySeller, transit } = await sellers.tariffsOf([sellerId])
  const { tariff, own } = bySeller.get(sellerId)!
  const units = await container
    .resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
    .retrieveUnits([seller.commune_code, seller.province_code, ...EXAMPLE_PROVINCES])
  const nameOf = (code: string) => units.get(code)?.full_name ?? code
  const example = (place: string, province_code: string, commune_code: string): ShippingExample => ({
    place,
    grams: EXAMPLE_GRAMS,
    quote: quoteShipping(draft ?? tariff, transit, seller, { province_code, commune_code }, { grams: EXAMPLE_GRAMS, goodsVnd: 0, perishable: false }),
  })
  return {
    tariff: draft ?? tariff,
    own,
    examples: [
      example(nameOf(seller.commune_code), seller.province_code, seller.commune_code),
      // Any other commune stands for the province as a whole.
      ...[seller.province_code, ...EXAMPLE_PROVINCES.filter((code) => code !== seller.province_code)].map((code) => example(nameOf(code), code, "")),
    ],
  }
}
