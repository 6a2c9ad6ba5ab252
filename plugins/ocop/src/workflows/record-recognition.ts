import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import type { RecognitionInput } from "../modules/ocop/service"
import { recordRecognitionStep } from "./steps/record-recognition"
import { requireRegisterProductStep } from "./steps/require-register-product"

/** Enters a decision that gives a registered product its stars. */
export const recordRecognitionWorkflow = createWorkflow("record-recognition", (input: RecognitionInput & { actor_id: string }) => {
  requireRegisterProductStep(input.ocop_product_id)
  const recognition = recordRecognitionStep(transform({ input }, ({ input: { actor_id: _actor, ...facts } }) => facts))
  emitEventStep({
    eventName: OCOP_EVENTS.recognitionChanged,
    data: { ocop_product_id: input.ocop_product_id, actor_id: input.actor_id },
  })
  return new WorkflowResponse(recognition)
})
