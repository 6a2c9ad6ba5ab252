import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import type { RegisterActor } from "../../modules/geographical-indications/actor"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"
import type { Revocation, RightOfUseDto } from "../../modules/geographical-indications/service"

export const revokeRightOfUseStep = createStep(
  "revoke-right-of-use",
  async (input: { id: string; revocation: Revocation; actor: RegisterActor }, { container }) => {
    const { id, revocation, actor } = input
    const service = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
    const [before] = await service.listRightOfUses({ id })
    const right = await service.revokeRightOfUse(id, revocation, actor)
    return new StepResponse(right, { before: before as unknown as RightOfUseDto, actor })
  },
  async (undo, { container }) => {
    // Its badge state counts as untold, so that the nightly job tells it again.
    if (undo) await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).undoRevocation(undo.before, undo.actor)
  },
)
