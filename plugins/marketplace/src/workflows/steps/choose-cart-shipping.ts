import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkoutErrors } from "../../modules/order-group/errors"
import { chooseShipping } from "../../modules/order-group/rules/choose-shipping"
import { QUOTE_FIELDS, quoteCart, type QuotableCart } from "../../queries/quote-cart"
import { SHIPPING_PROVIDER_ID } from "../shipping-provider"

type Seller = { id: string; shipping_profile_id: string }
type Method = { id: string; amount: number; shipping_option_id: string; shipping_option: { shipping_profile_id: string } | null }
type Item = QuotableCart["items"][number] & { variant: { product: { seller: Seller | null } | null } | null }
type CartToShip = Omit<QuotableCart, "items"> & { items: Item[]; shipping_methods: Method[] | null }

/** Less than the whole checkout cart: stock, taxes and discounts decide nothing here. */
const FIELDS = [
  ...QUOTE_FIELDS,
  "items.variant.product.seller.shipping_profile_id",
  ...["id", "amount", "shipping_option_id", "shipping_option.shipping_profile_id"].map((field) => `shipping_methods.${field}`),
]

/** Which shipping methods the cart lacks, as Medusa keeps them, and which it must lose, by today's quotes. Shops that can't send get none. */
export const chooseCartShippingStep = createStep("choose-cart-shipping", async ({ cart_id }: { cart_id: string }, { container }) => {
  const cart = await fetchCart(container, cart_id)
  const sellers = [...new Map(cart.items.flatMap(({ variant }) => variant?.product?.seller ?? []).map((seller) => [seller.id, seller])).values()]
  const quotes = new Map((await quoteCart(container, cart)).map(({ seller, quote }) => [seller.id, quote]))
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "shipping_option",
    fields: ["id", "name", "shipping_profile_id"],
    filters: { shipping_profile_id: sellers.map((seller) => seller.shipping_profile_id), provider_id: SHIPPING_PROVIDER_ID },
  })
  const chosen = chooseShipping(
    sellers.map((seller) => {
      const quote = quotes.get(seller.id)
      return { sellerId: seller.id, shippingProfileId: seller.shipping_profile_id, feeVnd: quote?.deliverable ? quote.fee_vnd : null }
    }),
    (cart.shipping_methods ?? []).map((method) => ({
      id: method.id,
      shippingOptionId: method.shipping_option_id,
      shippingProfileId: method.shipping_option?.shipping_profile_id ?? null,
      amount: Number(method.amount),
    })),
    data.map((option) => ({ id: option.id, shippingProfileId: option.shipping_profile_id })),
  )
  const missing = sellers.flatMap(({ id, shipping_profile_id }) => {
    const quote = quotes.get(id)
    const option = data.find((candidate) => candidate.shipping_profile_id === shipping_profile_id && chosen.addOptionIds.includes(candidate.id))
    if (!option || !quote?.deliverable) return []
    return [{ cart_id, shipping_option_id: option.id, name: option.name, amount: quote.fee_vnd, is_tax_inclusive: true, data: {} }]
  })
  return new StepResponse({ missing, staleIds: chosen.staleIds })
})

async function fetchCart(container: MedusaContainer, id: string): Promise<CartToShip> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: FIELDS, filters: { id } })
  const cart = data[0] as unknown as CartToShip | undefined
  if (!cart) throw checkoutErrors.cartNotFound()
  return { ...cart, items: cart.items ?? [] }
}
