import type { CivilDate } from "@cho-phien/administrative-units"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { QUALITY_CERTIFICATE_MODULE } from "../../modules/quality-certificate"
import type QualityCertificateModuleService from "../../modules/quality-certificate/service"
import type { CertificateActor, QualityCertificateDto } from "../../modules/quality-certificate/service"

export type CertificateDecision = {
  id: string
  decision: { act: "confirmed"; reason: string | null; /** SHA-256 of the scan that was looked at */ seen?: string | null } | { act: "rejected"; reason: string } | { act: "revoked"; reason: string; revoked_on: CivilDate }
  actor: CertificateActor
}

export const decideQualityCertificateStep = createStep(
  "decide-quality-certificate",
  async ({ id, decision, actor }: CertificateDecision, { container }) => {
    const service = container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE)
    const [before] = await service.listQualityCertificates({ id })
    const after =
      decision.act === "revoked"
        ? await service.revoke(id, { revoked_on: decision.revoked_on, reason: decision.reason }, actor)
        : await service.review(id, { review: decision.act, reason: decision.reason, ...(decision.act === "confirmed" && { seen: decision.seen }) }, actor)
    return new StepResponse(after, before ? { before: before as QualityCertificateDto, actor } : null)
  },
  async (undo, { container }) => {
    if (undo) await container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE).restore(undo.before, undo.actor)
  },
)
