import { validated } from "@cho-phien/administrative-units"
import { rightsOfUse } from "@cho-phien/geographical-indications"
import type { MedusaResponse } from "@medusajs/framework/http"
import { registerActorOf, requirePlaceInScope } from "../../register-actor"
import { officialArea, type OfficialRequest } from "../../require-official"

/** Rights of use of producers in the official's area. */
export const GET = validated({ query: rightsOfUse.RightsQuery }, (req: OfficialRequest, res: MedusaResponse, { query }) =>
  rightsOfUse.answerRights(req, res, officialArea(req), query),
)

/** Enters a document for a producer in the official's area. What the zone does not carry needs a reason, which is kept. */
export const POST = validated({ body: rightsOfUse.RightOfUseBody }, async (req: OfficialRequest, res: MedusaResponse, { body }) => {
  await requirePlaceInScope(req, body)
  await rightsOfUse.answerRecord(req, res, registerActorOf(req), body)
})
