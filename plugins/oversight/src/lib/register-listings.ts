import { fetchOwnListings, proposeListings, SELLER_MODULE, type SellerModuleService } from "@cho-phien/marketplace"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isActiveListing } from "../modules/oversight/rules/listing-rate"

type Product = { name: string; producer_name: string | null; commune_code: string | null; province_code: string; owners: { seller_id: string }[] }

/**
 * What a product of the register is on sale as here, what else it may be, and the shops behind both, by name.
 * @param search words of a listing that is sought instead of what is alike
 */
export async function fetchRegisterListings(container: MedusaContainer, product: Product, linkedIds: string[], search?: string) {
  const [linked, proposals] = await Promise.all([
    linkedIds.length > 0 ? fetchOwnListings(container, { productIds: linkedIds }) : [],
    proposeListings(container, product, search),
  ])
  const sellers = new Map([
    ...linked.map(({ seller }): [string, string] => [seller.id, seller.name]),
    ...proposals.map(({ seller_id, seller_name }): [string, string] => [seller_id, seller_name]),
  ])
  const unnamed = product.owners.map((owner) => owner.seller_id).filter((id) => !sellers.has(id))
  const more = unnamed.length > 0 ? await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: unnamed }, { select: ["id", "name"] }) : []
  for (const { id, name } of more) sellers.set(id, name)
  return {
    listings: linked.map(({ id, handle, title, status, price_vnd, available_quantity, seller }) => ({
      product_id: id,
      handle,
      title,
      status,
      seller_id: seller.id,
      seller_name: seller.name,
      on_sale: isActiveListing({ status, priceVnd: price_vnd, availableQuantity: available_quantity }),
    })),
    proposals,
    sellers: [...sellers].map(([id, name]) => ({ id, name })),
  }
}
