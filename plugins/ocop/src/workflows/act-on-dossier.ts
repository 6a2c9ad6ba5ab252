import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OCOP_EVENTS } from "../events"
import { registerRecognitionWorkflow } from "./register-recognition"
import { actOnDossierStep, type DossierActInput } from "./steps/act-on-dossier"

/**
 * One act on a dossier. A recognition goes on into the register: should that refuse it, the dossier is put back; should
 * the process die in between, the job `finish-recognitions` goes on.
 */
export const actOnDossierWorkflow = createWorkflow("act-on-dossier", (input: DossierActInput) => {
  const acted = actOnDossierStep(input)
  when({ acted }, ({ acted }) => acted.act === "recognise").then(() => {
    registerRecognitionWorkflow.runAsStep({ input: transform({ input }, ({ input }) => ({ dossier_id: input.dossier_id, actor_id: input.actor.id })) })
  })
  emitEventStep({ eventName: OCOP_EVENTS.dossierChanged, data: acted })
  return new WorkflowResponse(acted)
})
