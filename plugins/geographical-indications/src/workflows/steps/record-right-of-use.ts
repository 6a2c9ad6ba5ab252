import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import type { RegisterActor } from "../../modules/geographical-indications/actor"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"
import type { RightOfUseInput } from "../../modules/geographical-indications/service"

export const recordRightOfUseStep = createStep(
  "record-right-of-use",
  async (input: { right: RightOfUseInput; actor: RegisterActor }, { container }) => {
    const service = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
    const [known] = input.right.id ? await service.listRightOfUses({ id: input.right.id }, { select: ["id"] }) : []
    const right = await service.recordRightOfUse(input.right, input.actor)
    // One that was there before is not this run's to take back.
    return new StepResponse(right, known ? null : { id: right.id, actor: input.actor })
  },
  async (undo, { container }) => {
    if (undo) await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).undoRecord(undo.id, undo.actor)
  },
)
