import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import { revokeRightOfUseStep } from "./steps/revoke-right-of-use"

/** Withdraws a right of use; the badges that rest on it go at once. */
export const revokeRightOfUseWorkflow = createWorkflow(
  "revoke-right-of-use",
  (input: { id: string; revoked_on: string; actor_id: string }) => {
    const right = revokeRightOfUseStep({ id: input.id, revoked_on: input.revoked_on })
    emitEventStep({ eventName: GI_EVENTS.rightOfUseChanged, data: { right_of_use_id: input.id, actor_id: input.actor_id } })
    return new WorkflowResponse(right)
  },
)
