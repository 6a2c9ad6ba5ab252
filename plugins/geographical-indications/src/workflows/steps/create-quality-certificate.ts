import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { QUALITY_CERTIFICATE_MODULE } from "../../modules/quality-certificate"
import type QualityCertificateModuleService from "../../modules/quality-certificate/service"
import type { CertificateActor, CertificateInput } from "../../modules/quality-certificate/service"

export const createQualityCertificateStep = createStep(
  "create-quality-certificate",
  async ({ certificate, actor }: { certificate: CertificateInput; actor: CertificateActor }, { container }) => {
    const row = await container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE).addCertificate(certificate, actor)
    return new StepResponse(row, { id: row.id, actor })
  },
  async (undo, { container }) => {
    if (undo) await container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE).undoAdd(undo.id, undo.actor)
  },
)
