import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import type { RightOfUseInput } from "../modules/geographical-indications/service"
import { recordRightOfUseStep } from "./steps/record-right-of-use"

/** Enters the document by which a managing organisation lets a producer use an indication. */
export const recordRightOfUseWorkflow = createWorkflow("record-right-of-use", (input: { right: RightOfUseInput; actor_id: string }) => {
  const right = recordRightOfUseStep(input.right)
  emitEventStep({
    eventName: GI_EVENTS.rightOfUseChanged,
    data: transform({ right, input }, ({ right, input }) => ({ right_of_use_id: right.id, actor_id: input.actor_id })),
  })
  return new WorkflowResponse(right)
})
