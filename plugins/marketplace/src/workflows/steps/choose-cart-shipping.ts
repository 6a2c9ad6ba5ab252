import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { chooseShipping } from "../../modules/order-group/rules/choose-shipping"
import { fetchCheckoutCart, sellersOfCart } from "../../queries/checkout-cart"
import { quoteCart } from "../../queries/quote-cart"
import { SHIPPING_PROVIDER_ID } from "../shipping-provider"

/** Which shipping methods the cart lacks and which it must lose, by today's quotes. Shops that can't send get none. */
export const chooseCartShippingStep = createStep("choose-cart-shipping", async ({ cart_id }: { cart_id: string }, { container }) => {
  const cart = await fetchCheckoutCart(container, cart_id)
  const sellers = sellersOfCart(cart)
  const quotes = new Map((await quoteCart(container, cart)).map(({ seller, quote }) => [seller.id, quote]))
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "shipping_option",
    fields: ["id", "shipping_profile_id"],
    filters: { shipping_profile_id: sellers.map((seller) => seller.shipping_profile_id), provider_id: SHIPPING_PROVIDER_ID },
  })
  const chosen = chooseShipping(
    sellers.map((seller) => {
      const quote = quotes.get(seller.id)
      return { sellerId: seller.id, shippingProfileId: seller.shipping_profile_id, feeVnd: quote?.deliverable ? quote.fee_vnd : null }
    }),
    cart.shipping_methods.map((method) => ({
      id: method.id,
      shippingOptionId: method.shipping_option_id,
      shippingProfileId: method.shipping_option?.shipping_profile_id ?? null,
      amount: Number(method.amount),
    })),
    data.map((option) => ({ id: option.id, shippingProfileId: option.shipping_profile_id })),
  )
  return new StepResponse({ options: chosen.addOptionIds.map((id) => ({ id })), staleIds: chosen.staleIds })
})
