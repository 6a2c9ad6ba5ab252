import { acquireLockStep, emitEventStep, releaseLockStep, updateProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ListingEdit } from "../modules/seller/rules/listing-changes"
import { loadListingEditStep } from "./steps/load-listing-edit"
import { setAvailableStockStep } from "./steps/set-available-stock"
import { updateListingRowStep } from "./steps/update-listing-row"

export type UpdateListingInput = { product_id: string; seller_id: string; changes: ListingEdit }

/**
 * The seller's edit. Price and stock hold at once; a change of what is shown takes the listing off the fair until the
 * operator has looked at it again. `stock_quantity` is what can still be sold: pieces held by open orders come on top.
 * Emits listing.updated. Errors: listing.not_found 404 (also for another's listing), listing.unknown_pictures 400.
 */
export const updateListingWorkflow = createWorkflow("update-listing", (input: UpdateListingInput) => {
  const lock = transform({ input }, ({ input }) => `listing:${input.product_id}`)
  acquireLockStep({ key: lock, timeout: 30, ttl: 120 })
  const edit = loadListingEditStep(input)

  when({ edit }, ({ edit }) => edit.needs_moderation).then(() => {
    updateProductsWorkflow.runAsStep({
      input: transform({ input, edit }, ({ input, edit }) => ({
        products: [
          {
            id: input.product_id,
            status: ProductStatus.PROPOSED,
            ...(edit.text.title !== undefined && { title: edit.text.title }),
            ...(edit.text.description !== undefined && { description: edit.text.description ?? "" }),
          },
        ],
      })),
    })
  })

  // How far it may travel is between the shop and the buyer's address: nothing for the operator to look at again.
  when({ input, edit }, ({ input, edit }) => edit.needs_moderation || input.changes.perishable !== undefined).then(() => {
    updateListingRowStep(
      transform({ input, edit }, ({ input, edit }) => {
        const { title: _title, description: _description, ...row } = edit.text
        const moderated = edit.needs_moderation ? { ...row, submitted: true, rejection_reason: null } : {}
        return { product_id: input.product_id, update: { ...moderated, ...(input.changes.perishable !== undefined && { perishable: input.changes.perishable }) } }
      }),
    )
  })

  when({ input, edit }, ({ input, edit }) => input.changes.price_vnd !== undefined || edit.text.unit !== undefined).then(() => {
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ input, edit }, ({ input: { changes }, edit }) => ({
        product_variants: [
          {
            id: edit.variant_id,
            ...(edit.text.unit !== undefined && { title: edit.text.unit }),
            ...(changes.price_vnd !== undefined && { prices: [{ currency_code: "vnd", amount: changes.price_vnd }] }),
          },
        ],
      })),
    })
  })

  when({ input }, ({ input }) => input.changes.stock_quantity !== undefined).then(() => {
    setAvailableStockStep(
      transform({ input, edit }, ({ input, edit }) => ({
        inventory_item_id: edit.inventory_item_id,
        location_id: edit.location_id,
        available_quantity: input.changes.stock_quantity!,
      })),
    )
  })

  emitEventStep({ eventName: "listing.updated", data: { product_id: input.product_id } })
  releaseLockStep({ key: lock })
  return new WorkflowResponse(transform({ edit }, ({ edit }) => ({ needs_moderation: edit.needs_moderation })))
})
