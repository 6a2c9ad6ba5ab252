import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { GI_EVENTS } from "../events"
import type { CertificateActor, CertificateInput } from "../modules/quality-certificate/service"
import { createQualityCertificateStep } from "./steps/create-quality-certificate"
import { linkCertificateToProductsStep } from "./steps/link-certificate-to-products"

export type AddQualityCertificateInput = {
  certificate: CertificateInput
  /** The goods the paper is about; the caller has made sure that they are the shop's own. */
  product_ids: string[]
  actor: CertificateActor
}

/** Takes in a paper about quality with the very goods it is about, to be looked at by an official or the operator. */
export const addQualityCertificateWorkflow = createWorkflow("add-quality-certificate", (input: AddQualityCertificateInput) => {
  const certificate = createQualityCertificateStep({ certificate: input.certificate, actor: input.actor })
  linkCertificateToProductsStep(transform({ input, certificate }, ({ input, certificate }) => ({ certificate_id: certificate.id, product_ids: input.product_ids })))
  emitEventStep({
    eventName: GI_EVENTS.qualityCertificateChanged,
    data: transform({ input, certificate }, ({ input, certificate }) => ({ quality_certificate_id: certificate.id, actor_id: input.actor.id })),
  })
  return new WorkflowResponse(certificate)
})
