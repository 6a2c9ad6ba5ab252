import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates, rightsOfUse } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { registerActorOf, requireRightInScope } from "../../../../register-actor"
import type { OfficialRequest } from "../../../../require-official"

/** Withdraws a right of use in the official's area by a document, from a day on. */
export const POST = validated(
  { params: qualityCertificates.IdParams, body: rightsOfUse.RevokeBody },
  async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
    await requireRightInScope(req, params.id)
    await rightsOfUse.answerRevoke(req, res, registerActorOf(req), params.id, body)
  },
)
