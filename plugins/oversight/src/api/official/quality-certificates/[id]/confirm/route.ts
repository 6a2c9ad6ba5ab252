import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { registerActorOf, requireCertificateInScope } from "../../../../register-actor"
import type { OfficialRequest } from "../../../../require-official"

/** An official of the shop's place has looked at the paper: buyers are told of it. */
export const POST = validated(
  { params: qualityCertificates.IdParams, body: qualityCertificates.ConfirmBody },
  async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
    await requireCertificateInScope(req, params.id)
    const decision = { act: "confirmed" as const, reason: body.reason ?? null, seen: body.evidence_sha256 }
    await qualityCertificates.answerDecision(req, res, { id: params.id, decision, actor: registerActorOf(req) })
  },
)
