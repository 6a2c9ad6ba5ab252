import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import type { RegisterActor } from "../../modules/geographical-indications/actor"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"
import type { Revocation } from "../../modules/geographical-indications/service"

export const revokeRightOfUseStep = createStep(
  "revoke-right-of-use",
  async (input: { id: string; revocation: Revocation; actor: RegisterActor }, { container }) => {
    const { id, revocation, actor } = input
    const right = await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).revokeRightOfUse(id, revocation, actor)
    return new StepResponse(right, { id, actor })
  },
  async (undo, { container }) => {
    // Its badge state counts as untold, so that the nightly job tells it again.
    if (undo) await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).undoRevocation(undo.id, undo.actor)
  },
)
