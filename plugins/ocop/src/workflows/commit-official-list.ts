import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import type { CommitInput } from "../modules/ocop/commit-official-list"
import { commitOfficialListStep } from "./steps/commit-official-list"

/** Writes an official list into the register; badges, search and counts follow what changed. The same list again changes nothing. */
export const commitOfficialListWorkflow = createWorkflow("commit-official-list", (input: CommitInput) => {
  const result = commitOfficialListStep(input)
  when({ result }, ({ result }) => result.changes.length > 0).then(() => {
    emitEventStep({
      eventName: OCOP_EVENTS.recognitionChanged,
      data: transform({ input, result }, ({ input, result }) =>
        [...new Set(result.changes.map((change) => change.ocop_product_id))].map((ocop_product_id) => ({ ocop_product_id, actor_id: input.actor.id })),
      ),
    })
  })
  return new WorkflowResponse(result)
})
