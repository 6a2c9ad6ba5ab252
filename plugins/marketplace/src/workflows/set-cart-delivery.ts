import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addShippingMethodToCartStep,
  emitEventStep,
  findOrCreateCustomerStep,
  refreshCartItemsWorkflow,
  releaseLockStep,
  removeShippingMethodFromCartStep,
  updateCartsStep,
} from "@medusajs/medusa/core-flows"
import { toCartMetadata, type BuyerContact } from "../buyer/rules/buyer-contact"
import { toMedusaAddress, toMedusaDestination, type DeliveryAddress, type Destination } from "../modules/order-group/rules/delivery-address"
import { chooseCartShippingStep } from "./steps/choose-cart-shipping"

/**
 * Without an address the one the cart has stays, and everything is priced anew for it. `customer_id` is the cart's.
 * `buyer` comes with a whole address: who orders; null takes back what was said.
 */
export type SetCartDeliveryInput = { cart_id: string; customer_id: string | null; address?: DeliveryAddress | Destination; buyer?: BuyerContact | null }

/**
 * Where the cart goes, in full or only the commune, and one shipping method at today's quote for every shop that can
 * send there; both or neither. Shops that can't are left without a method: the preview names them, placement refuses.
 *
 * Medusa's own ways (update a cart, then add its shipping methods) each price all of it anew: lines, taxes, promotions,
 * payment collections. Here everything is put in place first and Medusa prices it once (docs/benchmarks.md, `checkout`).
 */
export const setCartDeliveryWorkflow = createWorkflow("set-cart-delivery", (input: SetCartDeliveryInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 10, ttl: 60 })
  const email = transform({ input }, ({ input: { address } }) => (address && "street" in address ? (address.email ?? undefined) : undefined))
  // As in Medusa: a guest is known by the e-mail that was typed, a buyer with an account stays who they are.
  const customer = when("email-given", { email }, ({ email }) => email !== undefined).then(() =>
    findOrCreateCustomerStep(transform({ input, email }, ({ input, email }) => ({ customerId: input.customer_id, email }))),
  )
  when("address-given", { input }, ({ input }) => input.address !== undefined).then(() => {
    updateCartsStep(
      transform({ input, email, customer }, ({ input: { cart_id, address, buyer }, email, customer }) => {
        const known = customer?.customer
        return [
          {
            id: cart_id,
            shipping_address: "street" in address! ? toMedusaAddress(address) : toMedusaDestination(address!),
            ...(buyer !== undefined && { metadata: toCartMetadata(buyer) }),
            ...(known && { customer_id: known.id, email: known.has_account ? email : (customer?.email ?? email) }),
          },
        ]
      }),
    )
  })
  const chosen = chooseCartShippingStep({ cart_id: input.cart_id })
  removeShippingMethodFromCartStep({ shipping_method_ids: chosen.staleIds })
  addShippingMethodToCartStep({ shipping_methods: chosen.missing })
  // Asks the tariffs for the fees of the methods that stand now, and takes out what can't be sent after all.
  refreshCartItemsWorkflow.runAsStep({ input: { cart_id: input.cart_id, force_refresh: true } })
  emitEventStep({ eventName: "cart.updated", data: { id: input.cart_id } })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ cart_id: input.cart_id })))
})
