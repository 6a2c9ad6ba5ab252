import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import { fetchCheckoutCart, sellerOfItem, type CheckoutCart } from "../queries/checkout-cart"
import { quoteCart } from "../queries/quote-cart"
import { setCartDeliveryWorkflow } from "./set-cart-delivery"

export type CartChange = "prices" | "shipping"

/**
 * Brings a cart to the prices and shipping fees of today and says whether any differs from what the buyer saw.
 * Medusa keeps a line's price from the moment it was put in the cart: without this, an old basket buys at the price of
 * last month. Medusa itself reprices, so its price lists hold; nothing is written while everything agrees.
 */
export async function bringCartUpToDate(container: MedusaContainer, cartId: string): Promise<CartChange | null> {
  const cart = await fetchCheckoutCart(container, cartId)
  // What is ordered already, or off the fair, gets its answer from the checkout itself.
  if (cart.completed_at || cart.items.length === 0 || cart.items.some((item) => item.variant?.product?.status !== "published")) return null
  const [prices, shipping] = await Promise.all([hasOldPrices(container, cart), hasOldShipping(container, cart)])
  if (!prices && !shipping) return null
  await setCartDeliveryWorkflow(container).run({ input: { cart_id: cart.id, customer_id: cart.customer_id } })
  const now = await fetchCheckoutCart(container, cart.id)
  const seen = new Map(cart.items.map((item) => [item.id, Number(item.unit_price)]))
  if (now.items.some((item) => seen.get(item.id) !== Number(item.unit_price))) return "prices"
  return shippingOf(cart) === shippingOf(now) ? null : "shipping"
}

/** Whether the shipping methods of a cart are other than today's quotes. A shop that can't send is no old price. */
export async function hasOldShipping(container: MedusaContainer, cart: CheckoutCart): Promise<boolean> {
  const quotes = await quoteCart(container, cart)
  const profiles = new Map(cart.items.flatMap((item) => sellerOfItem(item) ?? []).map((seller) => [seller.id, seller.shipping_profile_id]))
  return quotes.some(({ seller, quote }) => {
    const methods = cart.shipping_methods.filter((method) => method.shipping_option?.shipping_profile_id === profiles.get(seller.id))
    return quote.deliverable ? methods.length !== 1 || Number(methods[0]!.amount) !== quote.fee_vnd : methods.length > 0
  })
}

function shippingOf(cart: CheckoutCart): string {
  return cart.shipping_methods.map((method) => `${method.shipping_option_id}=${Number(method.amount)}`).sort().join()
}

async function hasOldPrices(container: MedusaContainer, cart: CheckoutCart): Promise<boolean> {
  const { items, region_id, currency_code } = cart
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", "calculated_price.calculated_amount"],
    filters: { id: items.map((item) => item.variant_id) },
    context: { calculated_price: QueryContext({ region_id, currency_code }) },
  })
  const variants = data as unknown as { id: string; calculated_price?: { calculated_amount: number | null } | null }[]
  const current = new Map(variants.flatMap(({ id, calculated_price }) => (calculated_price?.calculated_amount == null ? [] : [[id, Number(calculated_price.calculated_amount)] as const])))
  return items.some((item) => (current.get(item.variant_id) ?? Number(item.unit_price)) !== Number(item.unit_price))
}
