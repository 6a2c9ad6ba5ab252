import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DOSSIER_MODULE } from "../../modules/dossier"
import type DossierModuleService from "../../modules/dossier/service"

export const finishRegistrationStep = createStep("finish-registration", async (input: { dossier_id: string; ocop_product_id: string }, { container }) => {
  await container.resolve<DossierModuleService>(DOSSIER_MODULE).finishRegistration(input.dossier_id, input.ocop_product_id)
  return new StepResponse(input)
})
