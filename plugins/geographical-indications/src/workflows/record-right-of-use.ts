import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import type { RegisterActor } from "../modules/geographical-indications/actor"
import type { RightOfUseInput } from "../modules/geographical-indications/service"
import type { PlaceQuestion } from "../queries/resolve-producer-place"
import { recordRightOfUseStep } from "./steps/record-right-of-use"
import { resolveProducerPlaceStep } from "./steps/resolve-producer-place"

export type RecordRightOfUseInput = { right: Omit<RightOfUseInput, "place">; place: PlaceQuestion; actor: RegisterActor }

/** Enters the document by which a producer may use an indication or mark; the zone has its say, and the log its line. */
export const recordRightOfUseWorkflow = createWorkflow("record-right-of-use", (input: RecordRightOfUseInput) => {
  const place = resolveProducerPlaceStep(input.place)
  const right = recordRightOfUseStep(transform({ input, place }, ({ input, place }) => ({ right: { ...input.right, place }, actor: input.actor })))
  emitEventStep({
    eventName: GI_EVENTS.rightOfUseChanged,
    data: transform({ right, input }, ({ right, input }) => ({ right_of_use_id: right.id, actor_id: input.actor.id })),
  })
  return new WorkflowResponse(right)
})
