import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CertificateActor } from "../modules/quality-certificate/service"
import { putCertificateEvidenceStep } from "./steps/put-certificate-evidence"

/** Puts a scan beside a paper that waits to be looked at, in place of one that was there. */
export const putCertificateEvidenceWorkflow = createWorkflow(
  "put-certificate-evidence",
  (input: { certificate_id: string; bytes: string; actor: CertificateActor }) => new WorkflowResponse(putCertificateEvidenceStep(input)),
)
