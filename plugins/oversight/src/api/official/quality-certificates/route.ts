import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { officialArea, type OfficialRequest } from "../../require-official"

/** Papers about quality of shops in the official's area. */
export const GET = validated({ query: qualityCertificates.CertificatesQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  qualityCertificates.answerCertificates(req, res, { area: officialArea(req) }, query),
)
