import { validated } from "@cho-phien/administrative-units"
import { officialLists } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { officialArea, type OfficialRequest } from "../../require-official"

/** The register of the official's own area as a file. */
export const GET = validated({ query: officialLists.RegisterExportQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  officialLists.answerRegister(req, res, officialArea(req), query.profile, "csv"),
)
