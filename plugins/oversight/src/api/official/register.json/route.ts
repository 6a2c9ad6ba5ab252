import { validated } from "@cho-phien/administrative-units"
import { officialLists } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { officialArea, type OfficialRequest } from "../../require-official"
import { filteredIds, registerFileQuery } from "../register-query"

/** The register of the official's own area as a file, or what a filter leaves of it. */
export const GET = validated({ query: registerFileQuery }, async (req: OfficialRequest, res: MedusaResponse, { query }) =>
  officialLists.answerRegister(req, res, officialArea(req), query.profile, "json", await filteredIds(req, query)),
)
