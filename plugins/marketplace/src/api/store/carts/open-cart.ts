import type { MedusaContainer } from "@medusajs/framework/types"
import { checkoutErrors } from "../../../modules/order-group/errors"
import { fetchCheckoutCart, type CheckoutCart } from "../../../queries/checkout-cart"

/** The cart, if it can still be changed: 404 when there is none, 409 when it was ordered or is empty. */
export async function openCart(container: MedusaContainer, cartId: string): Promise<CheckoutCart> {
  const cart = await fetchCheckoutCart(container, cartId)
  if (cart.completed_at) throw checkoutErrors.cartCompleted()
  if (cart.items.length === 0) throw checkoutErrors.cartEmpty()
  return cart
}
