import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import { decideQualityCertificateStep, type CertificateDecision } from "./steps/decide-quality-certificate"

/** An official or the operator confirms, rejects or withdraws a paper; what buyers see follows at once. */
export const decideQualityCertificateWorkflow = createWorkflow("decide-quality-certificate", (input: CertificateDecision) => {
  const certificate = decideQualityCertificateStep(input)
  emitEventStep({ eventName: GI_EVENTS.qualityCertificateChanged, data: { quality_certificate_id: input.id, actor_id: input.actor.id } })
  return new WorkflowResponse(certificate)
})
