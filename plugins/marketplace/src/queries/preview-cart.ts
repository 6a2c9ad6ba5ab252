import { fetchMedia, type MediaAsset } from "@cho-phien/media"
import type { MedusaContainer } from "@medusajs/framework/types"
import { checkoutErrors } from "../modules/order-group/errors"
import type { BuyerContact } from "../buyer/rules/buyer-contact"
import { readDeliveryAddress, readDestination, type DeliveryAddress, type Destination } from "../modules/order-group/rules/delivery-address"
import { splitCart, sumParts, UnsplittableCart, type SellerPart } from "../modules/order-group/rules/split-cart"
import { availableQuantity } from "../modules/order-group/rules/stock-needs"
import type { ShippingQuote } from "../modules/seller/rules/shipping-quote"
import { fetchCartBuyer } from "./cart-buyer"
import { fetchCheckoutCart, sellerOfItem, sellersOfCart, toSplittable, type CartItem, type CheckoutCart } from "./checkout-cart"
import { quoteCart } from "./quote-cart"

export type CartPreview = {
  cart_id: string
  sellers: {
    seller: { id: string; handle: string; name: string }
    lines: {
      id: string
      listing_handle: string
      title: string
      image: MediaAsset | null
      quantity: number
      unit_price_vnd: number
      total_vnd: number
      available_quantity: number
    }[]
    shipping_vnd: number | null
    total_vnd: number
    /** Whether and how this shop sends to the cart's destination; null while there is none. */
    delivery: ShippingQuote | null
  }[]
  items_vnd: number
  shipping_vnd: number | null
  total_vnd: number
  destination: Destination | null
  address: DeliveryAddress | null
  /** Who orders; null while nobody was named: then it can't be placed. */
  buyer: BuyerContact | null
}

/** What the buyer will pay to whom: the same split that places the orders, before placing them. */
export async function previewCart(container: MedusaContainer, cartId: string): Promise<CartPreview> {
  const cart = await fetchCheckoutCart(container, cartId)
  const parts = payableParts(cart)
  const sums = sumParts(parts)
  const sellers = new Map(sellersOfCart(cart).map((seller) => [seller.id, seller]))
  const items = new Map(cart.items.map((item) => [item.id, item]))
  const [media, quoted, buyer] = await Promise.all([fetchMedia(container, cart.items.flatMap((item) => coverOf(item) ?? [])), quoteCart(container, cart), fetchCartBuyer(container, cart)])
  const quotes = new Map(quoted.map(({ seller, quote }) => [seller.id, quote]))
  return {
    cart_id: cart.id,
    sellers: parts.map((part) => {
      const { id, handle, name } = sellers.get(part.sellerId)!
      return {
        seller: { id, handle, name },
        lines: part.lines.map((line) => {
          const item = items.get(line.id)!
          return {
            id: line.id,
            listing_handle: item.variant?.product?.handle ?? "",
            title: titleOf(item),
            image: media.get(coverOf(item) ?? "") ?? null,
            quantity: line.quantity,
            unit_price_vnd: line.unitPriceVnd,
            total_vnd: line.totalVnd,
            available_quantity: availableInCart(item),
          }
        }),
        shipping_vnd: part.shippingVnd,
        total_vnd: part.totalVnd,
        delivery: quotes.get(id) ?? null,
      }
    }),
    items_vnd: sums.itemsVnd,
    shipping_vnd: sums.shippingVnd,
    total_vnd: sums.totalVnd,
    destination: readDestination(cart.shipping_address),
    address: readDeliveryAddress(cart.shipping_address),
    buyer,
  }
}

/** `splitCart` on a real cart; what it refuses becomes a sentence that names the product. */
export function payableParts(cart: CheckoutCart): SellerPart[] {
  try {
    return splitCart(toSplittable(cart))
  } catch (error) {
    if (!(error instanceof UnsplittableCart)) throw error
    const item = cart.items.find((candidate) => candidate.id === error.itemId)
    const method = cart.shipping_methods.find((candidate) => candidate.id === error.itemId)
    const title = item ? titleOf(item) : (method?.name ?? "")
    throw error.problem === "line_without_seller" ? checkoutErrors.notForSale(title) : checkoutErrors.notPayable(title)
  }
}

export function titleOf(item: CartItem): string {
  return item.product_title ?? item.title
}

/** How many more of a line's listing could be sold now, over the location it ships from. */
export function availableInCart(item: CartItem): number {
  return availableQuantity(item.variant, sellerOfItem(item)?.stock_location_id ?? null)
}

function coverOf(item: CartItem): string | null {
  return item.variant?.product?.listing?.media_ids?.[0] ?? null
}
