import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import { changeRecognitionStep, type RecognitionChange } from "./steps/change-recognition"

/** Withdraws a certificate or prolongs it while a late renewal is decided; the badge follows at once. */
export const changeRecognitionWorkflow = createWorkflow(
  "change-recognition",
  (input: { change: RecognitionChange; actor_id: string }) => {
    const recognition = changeRecognitionStep(input.change)
    emitEventStep({
      eventName: OCOP_EVENTS.recognitionChanged,
      data: transform({ input, recognition }, ({ input, recognition }) => ({
        ocop_product_id: recognition.ocop_product_id,
        actor_id: input.actor_id,
      })),
    })
    return new WorkflowResponse(recognition)
  },
)
