import { acquireLockStep, refreshCartItemsWorkflow, releaseLockStep, updateCartsStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

export type AttachCartInput = { cart_id: string; customer_id: string }

/**
 * Gives a cart to a buyer and prices it anew, because vouchers may be for some buyers only. Not Medusa's own transfer,
 * which puts the account's e-mail (ours have none) over the one that was typed.
 */
export const attachCartWorkflow = createWorkflow("attach-cart-to-buyer", (input: AttachCartInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 10, ttl: 60 })
  updateCartsStep(transform({ input }, ({ input }) => [{ id: input.cart_id, customer_id: input.customer_id }]))
  refreshCartItemsWorkflow.runAsStep({ input: { cart_id: input.cart_id, force_refresh: true } })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ cart_id: input.cart_id })))
})
