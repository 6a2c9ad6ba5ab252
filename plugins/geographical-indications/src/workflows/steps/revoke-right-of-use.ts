import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"

export const revokeRightOfUseStep = createStep(
  "revoke-right-of-use",
  async (input: { id: string; revoked_on: string }, { container }) => {
    const right = await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).revokeRightOfUse(input.id, input.revoked_on)
    return new StepResponse(right, right.id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).updateRightOfUses({ id, revoked_on: null, announced_in_force: true })
  },
)
