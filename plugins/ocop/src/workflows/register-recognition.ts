import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { linkListingToRegisterWorkflow } from "./link-listing-to-register"
import { recordRecognitionWorkflow } from "./record-recognition"
import { enterRecognisedProductStep } from "./steps/enter-recognised-product"
import { findUnlinkedListingStep } from "./steps/find-unlinked-listing"
import { finishRegistrationStep } from "./steps/finish-registration"

/**
 * Tells the register what a dossier's decision says: the product, the recognition, and the listing that gets its badge.
 * All rows have ids that follow from the dossier's, so running it again finishes what was cut off and doubles nothing.
 */
export const registerRecognitionWorkflow = createWorkflow("register-recognition", (input: { dossier_id: string; actor_id: string }) => {
  const told = enterRecognisedProductStep(input)
  recordRecognitionWorkflow.runAsStep({
    input: transform({ input, told }, ({ input, told: { recognition } }) => ({
      recognition,
      // Who decided, and that they may, is settled in the dossier; here the register writes it down.
      actor: { type: "system" as const, id: input.actor_id, name: recognition.issued_by ?? input.actor_id, province_code: null, level: "operator" as const, illustrative: recognition.illustrative ?? false },
    })),
  })
  const listing = findUnlinkedListingStep(transform({ told }, ({ told: { listing_id, product_name } }) => ({ listing_id, name: product_name })))
  when({ listing }, ({ listing }) => listing !== null).then(() => {
    linkListingToRegisterWorkflow.runAsStep({
      input: transform({ input, told, listing }, ({ input, told, listing }) => ({ product_id: String(listing), ocop_product_id: told.ocop_product_id, actor_id: input.actor_id })),
    })
  })
  finishRegistrationStep(transform({ input, told }, ({ input, told }) => ({ dossier_id: input.dossier_id, ocop_product_id: told.ocop_product_id })))
  return new WorkflowResponse(told)
})
