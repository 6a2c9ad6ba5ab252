import { createHash } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { QUALITY_CERTIFICATE_MODULE } from "../../modules/quality-certificate"
import { evidenceUnsupported } from "../../modules/quality-certificate/errors"
import { evidenceFileName, sniffEvidence } from "../../modules/quality-certificate/rules/sniff-evidence"
import type QualityCertificateModuleService from "../../modules/quality-certificate/service"
import type { CertificateActor } from "../../modules/quality-certificate/service"

/** One step, so that megabytes are not handed on. @param bytes base64 */
export const putCertificateEvidenceStep = createStep(
  "put-certificate-evidence",
  async (input: { certificate_id: string; bytes: string; actor: CertificateActor }, { container }) => {
    const service = container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE)
    const files = container.resolve(Modules.FILE)
    const content = Buffer.from(input.bytes, "base64")
    const type = sniffEvidence(content.subarray(0, 16))
    if (!type) throw evidenceUnsupported()
    const name = evidenceFileName(input.certificate_id, type)
    const file = await files.createFiles({ filename: name, mimeType: type, content: content.toString("base64"), access: "private" })
    const sha256 = createHash("sha256").update(content).digest("hex")
    try {
      const { former } = await service.putEvidence(input.certificate_id, { key: file.id, name, type, bytes: content.length, sha256 }, input.actor)
      if (former) await files.deleteFiles(former).catch(() => undefined)
    } catch (error) {
      // A step that fails is not compensated, so what it did store is taken back here.
      await files.deleteFiles(file.id)
      throw error
    }
    return new StepResponse({ name, type, bytes: content.length, sha256 })
  },
)
