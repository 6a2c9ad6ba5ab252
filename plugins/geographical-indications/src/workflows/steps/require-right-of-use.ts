import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GI_MODULE } from "../../modules/geographical-indications"
import { unknownRightOfUse } from "../../modules/geographical-indications/errors"
import type GeographicalIndicationsModuleService from "../../modules/geographical-indications/service"

/** Refuses a right the register does not hold; null passes. @throws ApiError 404 `geographical_indications.unknown_right_of_use` */
export const requireRightOfUseStep = createStep("require-right-of-use", async (id: string | null, { container }) => {
  if (id === null) return new StepResponse(null)
  const service = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
  const [right] = await service.listRightOfUses({ id }, { select: ["id"] })
  if (!right) throw unknownRightOfUse()
  return new StepResponse(right.id)
})
