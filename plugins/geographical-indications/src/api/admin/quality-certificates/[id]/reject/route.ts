import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDecision, RejectBody, IdParams } from "../../../../../http/quality-certificates"
import { operatorOf } from "../../../operator-actor"

/** The operator does not take the paper, and says why. */
export const POST = validated({ params: IdParams, body: RejectBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerDecision(req, res, { id: params.id, decision: { act: "rejected", ...body }, actor: await operatorOf(req) }),
)
