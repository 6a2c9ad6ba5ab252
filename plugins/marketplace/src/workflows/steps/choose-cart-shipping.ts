import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkoutErrors } from "../../modules/order-group/errors"
import { chooseShipping, type ShippingChoice } from "../../modules/order-group/rules/choose-shipping"
import type { DeliveryAddress } from "../../modules/order-group/rules/delivery-address"
import { fetchCheckoutCart, sellersOfCart } from "../../queries/checkout-cart"

type Input = { cart_id: string; address: DeliveryAddress }

/** Which option ships each seller's part to the address; says who can't. Methods of sellers no longer in the cart go. */
export const chooseCartShippingStep = createStep("choose-cart-shipping", async ({ cart_id, address }: Input, { container }) => {
  const cart = await fetchCheckoutCart(container, cart_id)
  const sellers = sellersOfCart(cart)
  const { result } = await listShippingOptionsForCartWorkflow(container).run({ input: { cart_id, is_return: false } })
  const options = (result as ShippingChoice[]).map((option) => ({ id: option.id, shipping_profile_id: option.shipping_profile_id, amount: option.amount ?? null }))
  const { optionIds, unreached } = chooseShipping(sellers, options)
  if (unreached.length > 0) throw checkoutErrors.sellersCannotShip(unreached, `${address.commune_name}, ${address.province_name}`)
  const profiles = new Set(sellers.map((seller) => seller.shipping_profile_id))
  const stale = cart.shipping_methods.filter((method) => !profiles.has(method.shipping_option?.shipping_profile_id ?? ""))
  return new StepResponse({ options: optionIds.map((id) => ({ id })), staleIds: stale.map((method) => method.id) })
})
