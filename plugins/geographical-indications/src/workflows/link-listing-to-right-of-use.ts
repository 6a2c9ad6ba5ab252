import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import { replaceRightOfUseLinkStep } from "./steps/replace-right-of-use-link"
import { requireRightOfUseStep } from "./steps/require-right-of-use"

export type LinkListingToRightOfUseInput = {
  /** the product on sale */
  product_id: string
  /** the right its producer uses; null takes the link away */
  right_of_use_id: string | null
  /** who decided it, for the audit log */
  actor_id: string
}

/** Says under which right of use a product on sale bears an indication; linking twice changes nothing. */
export const linkListingToRightOfUseWorkflow = createWorkflow("link-listing-to-right-of-use", (input: LinkListingToRightOfUseInput) => {
  requireRightOfUseStep(input.right_of_use_id)
  const result = replaceRightOfUseLinkStep({ product_id: input.product_id, right_of_use_id: input.right_of_use_id })
  when({ result }, ({ result }) => result.changed).then(() => {
    emitEventStep({
      eventName: GI_EVENTS.linkChanged,
      data: transform({ input, result }, ({ input, result }) => ({
        product_id: input.product_id,
        right_of_use_id: input.right_of_use_id,
        former_right_of_use_id: result.former,
        actor_id: input.actor_id,
      })),
    })
  })
  return new WorkflowResponse(result)
})
