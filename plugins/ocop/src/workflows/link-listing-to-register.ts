import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import type { RegisterActor } from "../modules/ocop/register-acts"
import { logRegisterLinkStep } from "./steps/log-register-link"
import { replaceRegisterLinkStep } from "./steps/replace-register-link"
import { requireRegisterProductStep } from "./steps/require-register-product"

export type LinkListingToRegisterInput = {
  /** the product on sale */
  product_id: string
  /** the entry of the register it is; null takes the link away */
  ocop_product_id: string | null
  /** who decided it, for the history */
  actor_id: string
  /** absent: an operator of the house */
  actor?: RegisterActor
}

/** Says which entry of the OCOP register a product on sale is. The badge follows from the register; linking twice changes nothing. */
export const linkListingToRegisterWorkflow = createWorkflow("link-listing-to-register", (input: LinkListingToRegisterInput) => {
  requireRegisterProductStep(input.ocop_product_id)
  const result = replaceRegisterLinkStep({ product_id: input.product_id, ocop_product_id: input.ocop_product_id })
  logRegisterLinkStep(
    transform({ input, result }, ({ input, result }) => ({
      product_id: input.product_id,
      ocop_product_id: input.ocop_product_id,
      former: result.former,
      actor: input.actor ?? { type: "user" as const, id: input.actor_id, name: input.actor_id, province_code: null, level: "operator" as const, illustrative: false },
    })),
  )
  when({ result }, ({ result }) => result.changed).then(() => {
    emitEventStep({
      eventName: OCOP_EVENTS.registerLinkChanged,
      data: transform({ input, result }, ({ input, result }) => ({
        product_id: input.product_id,
        ocop_product_id: input.ocop_product_id,
        former_ocop_product_id: result.former,
        actor_id: input.actor_id,
      })),
    })
  })
  return new WorkflowResponse(result)
})
