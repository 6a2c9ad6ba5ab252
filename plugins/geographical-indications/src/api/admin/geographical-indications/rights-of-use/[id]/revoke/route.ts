import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { IdParams } from "../../../../../../http/quality-certificates"
import { answerRevoke, RevokeBody } from "../../../../../../http/rights-of-use"
import { operatorOf } from "../../../../operator-actor"

/** Withdraws a right of use by a document, from a day on. */
export const POST = validated({ params: IdParams, body: RevokeBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerRevoke(req, res, await operatorOf(req), params.id, body),
)
