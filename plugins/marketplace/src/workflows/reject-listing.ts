import { acquireLockStep, emitEventStep, releaseLockStep, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { requireListingStatusStep } from "./steps/require-listing-status"
import { updateListingRowStep } from "./steps/update-listing-row"

export type RejectListingInput = { product_id: string; reason: string; actor_id: string }

/**
 * Sends a listing back with a reason the seller reads; also takes a published one off the fair (Decree 248/2026,
 * art. 17.1.c: within 24 hours of an authority's request). Emits listing.rejected.
 * Errors: listing.not_found 404, listing.already_decided 409.
 */
export const rejectListingWorkflow = createWorkflow("reject-listing", (input: RejectListingInput) => {
  const lock = transform({ input }, ({ input }) => `listing:${input.product_id}`)
  acquireLockStep({ key: lock, timeout: 30, ttl: 120 })
  requireListingStatusStep({ product_id: input.product_id, statuses: ["proposed", "published"] })
  updateProductsWorkflow.runAsStep({
    input: transform({ input }, ({ input }) => ({ products: [{ id: input.product_id, status: ProductStatus.REJECTED }] })),
  })
  updateListingRowStep(
    transform({ input }, ({ input }) => ({
      product_id: input.product_id,
      update: { rejection_reason: input.reason, decided_by: input.actor_id },
    })),
  )
  emitEventStep({ eventName: "listing.rejected", data: { product_id: input.product_id } })
  releaseLockStep({ key: lock })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ product_id: input.product_id })))
})
