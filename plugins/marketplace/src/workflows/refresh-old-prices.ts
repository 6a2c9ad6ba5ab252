import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { fetchCheckoutCart, type CheckoutCart } from "../queries/checkout-cart"

/**
 * Brings a cart to the prices of today and says whether any differs from what the buyer saw. Medusa keeps a line's
 * price from the moment it was put in the cart: without this, an old basket buys at the price of last month.
 * Medusa itself reprices, so its price lists hold; nothing is written while the prices agree.
 */
export async function refreshOldPrices(container: MedusaContainer, cartId: string): Promise<boolean> {
  const cart = await fetchCheckoutCart(container, cartId)
  // What is ordered already, or off the fair, gets its answer from the checkout itself.
  if (cart.completed_at || cart.items.some((item) => item.variant?.product?.status !== "published")) return false
  const current = await currentPrices(container, cart)
  const old = cart.items.some((item) => (current.get(item.variant_id) ?? Number(item.unit_price)) !== Number(item.unit_price))
  if (!old) return false
  await refreshCartItemsWorkflow(container).run({ input: { cart_id: cart.id, force_refresh: true } })
  const seen = new Map(cart.items.map((item) => [item.id, Number(item.unit_price)]))
  return (await fetchCheckoutCart(container, cart.id)).items.some((item) => seen.get(item.id) !== Number(item.unit_price))
}

async function currentPrices(container: MedusaContainer, { items, region_id, currency_code }: CheckoutCart): Promise<Map<string, number>> {
  if (items.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", "calculated_price.calculated_amount"],
    filters: { id: items.map((item) => item.variant_id) },
    context: { calculated_price: QueryContext({ region_id, currency_code }) },
  })
  const variants = data as unknown as { id: string; calculated_price?: { calculated_amount: number | null } | null }[]
  return new Map(variants.flatMap(({ id, calculated_price }) => (calculated_price?.calculated_amount == null ? [] : [[id, Number(calculated_price.calculated_amount)] as const])))
}
