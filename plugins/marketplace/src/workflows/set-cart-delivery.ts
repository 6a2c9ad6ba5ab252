import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addShippingMethodToCartWorkflow,
  refreshCartItemsWorkflow,
  releaseLockStep,
  removeShippingMethodFromCartStep,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { toMedusaAddress, toMedusaDestination, type DeliveryAddress, type Destination } from "../modules/order-group/rules/delivery-address"
import { chooseCartShippingStep } from "./steps/choose-cart-shipping"

/** Without an address the one the cart has stays, and everything is priced anew for it. */
export type SetCartDeliveryInput = { cart_id: string; address?: DeliveryAddress | Destination }

/**
 * Where the cart goes, in full or only the commune, and one shipping method at today's quote for every shop that can
 * send there; both or neither. Shops that can't are left without a method: the preview names them, placement refuses.
 */
export const setCartDeliveryWorkflow = createWorkflow("set-cart-delivery", (input: SetCartDeliveryInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 10, ttl: 60 })
  when("address-given", { input }, ({ input }) => input.address !== undefined).then(() => {
    updateCartWorkflow.runAsStep({
      input: transform({ input }, ({ input: { cart_id, address } }) => {
        const full = address && "street" in address ? address : null
        return { id: cart_id, shipping_address: full ? toMedusaAddress(full) : toMedusaDestination(address!), ...(full?.email && { email: full.email }) }
      }),
    })
  })
  when("address-kept", { input }, ({ input }) => input.address === undefined).then(() => {
    refreshCartItemsWorkflow.runAsStep({ input: { cart_id: input.cart_id, force_refresh: true } })
  })
  const chosen = chooseCartShippingStep({ cart_id: input.cart_id })
  removeShippingMethodFromCartStep({ shipping_method_ids: chosen.staleIds })
  when("shipping-missing", { chosen }, ({ chosen }) => chosen.options.length > 0).then(() => {
    addShippingMethodToCartWorkflow.runAsStep({ input: { cart_id: input.cart_id, options: chosen.options } })
  })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ cart_id: input.cart_id })))
})
