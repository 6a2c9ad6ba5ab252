import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { registerActorOf, requireCertificateInScope } from "../../../../register-actor"
import type { OfficialRequest } from "../../../../require-official"

/** An official of the shop's place does not take the paper, and says why. */
export const POST = validated(
  { params: qualityCertificates.IdParams, body: qualityCertificates.RejectBody },
  async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
    await requireCertificateInScope(req, params.id)
    const decision = { act: "rejected" as const, ...body }
    await qualityCertificates.answerDecision(req, res, { id: params.id, decision, actor: registerActorOf(req) })
  },
)
