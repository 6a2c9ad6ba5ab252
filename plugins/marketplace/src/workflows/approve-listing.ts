import { linkListingToRightOfUseWorkflow } from "@cho-phien/geographical-indications"
import { linkListingToRegisterWorkflow } from "@cho-phien/ocop"
import { acquireLockStep, emitEventStep, releaseLockStep, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { requireListingStatusStep } from "./steps/require-listing-status"
import { updateListingRowStep } from "./steps/update-listing-row"

export type ApproveListingInput = {
  product_id: string
  actor_id: string
  /** The register's product this is; null: none; absent: as it was. */
  ocop_product_id?: string | null
  /** The right to use a geographical indication it is sold under; null: none; absent: as it was. */
  right_of_use_id?: string | null
}

/**
 * Puts a listing on the fair. The badges follow from the register: this only says which product of the register it is.
 * Emits listing.approved. Errors: listing.not_found 404, listing.already_decided 409, and those of the two
 * linking workflows for an entry that does not exist.
 */
export const approveListingWorkflow = createWorkflow("approve-listing", (input: ApproveListingInput) => {
  const lock = transform({ input }, ({ input }) => `listing:${input.product_id}`)
  acquireLockStep({ key: lock, timeout: 30, ttl: 120 })
  requireListingStatusStep({ product_id: input.product_id, statuses: ["proposed"] })
  when({ input }, ({ input }) => input.ocop_product_id !== undefined).then(() => {
    linkListingToRegisterWorkflow.runAsStep({
      input: transform({ input }, ({ input: { product_id, ocop_product_id, actor_id } }) => ({
        product_id,
        ocop_product_id: ocop_product_id ?? null,
        actor_id,
      })),
    })
  })
  when({ input }, ({ input }) => input.right_of_use_id !== undefined).then(() => {
    linkListingToRightOfUseWorkflow.runAsStep({
      input: transform({ input }, ({ input: { product_id, right_of_use_id, actor_id } }) => ({
        product_id,
        right_of_use_id: right_of_use_id ?? null,
        actor_id,
      })),
    })
  })
  updateProductsWorkflow.runAsStep({
    input: transform({ input }, ({ input }) => ({ products: [{ id: input.product_id, status: ProductStatus.PUBLISHED }] })),
  })
  updateListingRowStep(
    transform({ input }, ({ input }) => ({
      product_id: input.product_id,
      update: { rejection_reason: null, decided_by: input.actor_id, approved: true },
    })),
  )
  emitEventStep({ eventName: "listing.approved", data: { product_id: input.product_id } })
  releaseLockStep({ key: lock })
  return new WorkflowResponse(transform({ input }, ({ input }) => ({ product_id: input.product_id })))
})
