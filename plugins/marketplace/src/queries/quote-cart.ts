import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readDestination } from "../modules/order-group/rules/delivery-address"
import { SELLER_MODULE } from "../modules/seller"
import { parcelOf } from "../modules/seller/rules/parcel"
import { quoteShipping, type ShippingQuote } from "../modules/seller/rules/shipping-quote"
import type SellerModuleService from "../modules/seller/service"

type QuotableSeller = { id: string; commune_code: string; province_code: string; stock_location_id: string | null }
type QuotableItem = {
  quantity: number
  unit_price: number
  variant: { product: { seller: QuotableSeller | null; listing: { net_weight_grams: number | null; net_volume_ml: number | null; perishable: boolean } | null } | null } | null
}

/** A cart as far as its carriage depends on it; the whole checkout cart is one too. */
export type QuotableCart = { items: QuotableItem[]; shipping_address: { metadata?: Record<string, unknown> | null } | null }

export type SellerQuote = { seller: QuotableSeller; quote: ShippingQuote }

/** What a query must ask for to get a `QuotableCart`. */
export const QUOTE_FIELDS = [
  ...["id", "shipping_address.metadata", "items.id", "items.quantity", "items.unit_price"],
  ...["id", "commune_code", "province_code", "stock_location_id"].map((field) => `items.variant.product.seller.${field}`),
  ...["net_weight_grams", "net_volume_ml", "perishable"].map((field) => `items.variant.product.listing.${field}`),
]

/** What each shop of the cart asks for sending, or why it can't; empty while the cart does not know where to. */
export async function quoteCart(container: MedusaContainer, cart: QuotableCart): Promise<SellerQuote[]> {
  const destination = readDestination(cart.shipping_address)
  const sellers = new Map(cart.items.flatMap((item) => sellerOf(item) ?? []).map((seller) => [seller.id, seller]))
  if (!destination || sellers.size === 0) return []
  const { bySeller, transit } = await container.resolve<SellerModuleService>(SELLER_MODULE).tariffsOf([...sellers.keys()])
  return [...sellers.values()].map((seller) => {
    const lines = cart.items.filter((item) => sellerOf(item)?.id === seller.id).map(toParcelLine)
    return { seller, quote: quoteShipping(bySeller.get(seller.id)!.tariff, transit, seller, destination, parcelOf(lines)) }
  })
}

/** The same for a cart that is not at hand. */
export async function quoteCartById(container: MedusaContainer, cartId: string): Promise<SellerQuote[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: QUOTE_FIELDS, filters: { id: cartId } })
  const cart = data[0] as unknown as QuotableCart | undefined
  return cart ? quoteCart(container, { ...cart, items: cart.items ?? [] }) : []
}

function sellerOf(item: QuotableItem): QuotableSeller | null {
  return item.variant?.product?.seller ?? null
}

function toParcelLine({ quantity, unit_price, variant }: QuotableItem) {
  const listing = variant?.product?.listing
  return {
    quantity: Number(quantity),
    unitPriceVnd: Number(unit_price),
    netWeightGrams: listing?.net_weight_grams ?? null,
    netVolumeMl: listing?.net_volume_ml ?? null,
    perishable: listing?.perishable ?? false,
  }
}
