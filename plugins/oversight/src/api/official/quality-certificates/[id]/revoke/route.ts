import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { registerActorOf, requireCertificateInScope } from "../../../../register-actor"
import type { OfficialRequest } from "../../../../require-official"

/** A paper that was confirmed no longer holds. */
export const POST = validated(
  { params: qualityCertificates.IdParams, body: qualityCertificates.RevokeCertificateBody },
  async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
    await requireCertificateInScope(req, params.id)
    const decision = { act: "revoked" as const, ...body }
    await qualityCertificates.answerDecision(req, res, { id: params.id, decision, actor: registerActorOf(req) })
  },
)
