import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import type { RegisterActor } from "../modules/geographical-indications/actor"
import type { Revocation } from "../modules/geographical-indications/service"
import { revokeRightOfUseStep } from "./steps/revoke-right-of-use"

/** Withdraws a right of use by a document, from a day on; the badges that rest on it go with that day. */
export const revokeRightOfUseWorkflow = createWorkflow(
  "revoke-right-of-use",
  (input: { id: string; revocation: Revocation; actor: RegisterActor }) => {
    const right = revokeRightOfUseStep(input)
    emitEventStep({ eventName: GI_EVENTS.rightOfUseChanged, data: { right_of_use_id: input.id, actor_id: input.actor.id } })
    return new WorkflowResponse(right)
  },
)
