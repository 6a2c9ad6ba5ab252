import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import type { RegisterActor } from "../modules/ocop/register-acts"
import type { RecognitionInput } from "../modules/ocop/service"
import { recordRecognitionStep } from "./steps/record-recognition"

/** Enters a decision that gives a registered product its stars. Returns the recognition and what its author should be told. */
export const recordRecognitionWorkflow = createWorkflow("record-recognition", (input: { recognition: RecognitionInput; actor: RegisterActor }) => {
  const acted = recordRecognitionStep(input)
  emitEventStep({
    eventName: OCOP_EVENTS.recognitionChanged,
    data: transform({ input }, ({ input }) => ({ ocop_product_id: input.recognition.ocop_product_id, actor_id: input.actor.id })),
  })
  return new WorkflowResponse(acted)
})
