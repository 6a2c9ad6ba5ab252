import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"
import type { RightOfUseDto, RightOfUseInput } from "../../modules/geographical-indications/service"

export const recordRightOfUseStep = createStep(
  "record-right-of-use",
  async (input: RightOfUseInput, { container }) => {
    const [right] = await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).recordRightsOfUse([input])
    return new StepResponse(right as RightOfUseDto, right?.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<GeographicalIndicationsModuleService>(GI_MODULE).deleteRightOfUses([id])
  },
)
