import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, addShippingMethodToCartWorkflow, releaseLockStep, removeShippingMethodFromCartStep, updateCartWorkflow } from "@medusajs/medusa/core-flows"
import { toMedusaAddress, type DeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { chooseCartShippingStep } from "./steps/choose-cart-shipping"

export type SetCartDeliveryInput = { cart_id: string; address: DeliveryAddress }

/** Address and one shipping method per seller, both or neither. */
export const setCartDeliveryWorkflow = createWorkflow("set-cart-delivery", (input: SetCartDeliveryInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 10, ttl: 60 })
  updateCartWorkflow.runAsStep({
    input: transform({ input }, ({ input: { cart_id, address } }) => ({
      id: cart_id,
      shipping_address: toMedusaAddress(address),
      ...(address.email && { email: address.email }),
    })),
  })
  const chosen = chooseCartShippingStep(input)
  removeShippingMethodFromCartStep({ shipping_method_ids: chosen.staleIds })
  addShippingMethodToCartWorkflow.runAsStep({ input: { cart_id: input.cart_id, options: chosen.options } })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ cart_id: input.cart_id })))
})
