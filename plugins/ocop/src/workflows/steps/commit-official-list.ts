import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type { CommitInput } from "../../modules/ocop/commit-official-list"
import type OcopModuleService from "../../modules/ocop/service"

/** The last step that writes, and one transaction: it needs no undoing. */
export const commitOfficialListStep = createStep("commit-official-list", async (input: CommitInput, { container }) => {
  const result = await container.resolve<OcopModuleService>(OCOP_MODULE).commitOfficialList(input)
  return new StepResponse(result)
})
