import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerRecord, answerRights, RightOfUseBody, RightsQuery } from "../../../../http/rights-of-use"
import { operatorOf } from "../../operator-actor"

/** Rights of use by words of the producer, sign and status. */
export const GET = validated({ query: RightsQuery }, (req, res, { query }) => answerRights(req, res, null, query))

/** Enters the document of a managing organisation or of the owner of a mark. */
export const POST = validated({ body: RightOfUseBody }, async (req: AuthenticatedMedusaRequest, res, { body }) =>
  answerRecord(req, res, await operatorOf(req), body),
)
