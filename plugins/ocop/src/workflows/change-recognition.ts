import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import type { RegisterActor } from "../modules/ocop/register-acts"
import { changeRecognitionStep, type RecognitionChange } from "./steps/change-recognition"

/** Withdraws a certificate or prolongs it while a late renewal is decided; the badge follows at once. */
export const changeRecognitionWorkflow = createWorkflow("change-recognition", (input: { change: RecognitionChange; actor: RegisterActor }) => {
  const acted = changeRecognitionStep(input)
  emitEventStep({
    eventName: OCOP_EVENTS.recognitionChanged,
    data: transform({ input, acted }, ({ input, acted }) => ({ ocop_product_id: acted.recognition.ocop_product_id, actor_id: input.actor.id })),
  })
  return new WorkflowResponse(acted)
})
