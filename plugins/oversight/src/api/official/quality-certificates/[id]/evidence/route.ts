import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireCertificateInScope } from "../../../../register-actor"
import type { OfficialRequest } from "../../../../require-official"

/** The scan of a paper in the official's area, as a download. */
export const GET = validated({ params: qualityCertificates.IdParams }, async (req: OfficialRequest, res: MedusaResponse, { params }) => {
  await requireCertificateInScope(req, params.id)
  await qualityCertificates.answerEvidence(req, res, params.id)
})
