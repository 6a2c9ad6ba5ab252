import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDecision, ConfirmBody, IdParams } from "../../../../../http/quality-certificates"
import { operatorOf } from "../../../operator-actor"

/** The operator has looked at the paper: buyers are told of it. */
export const POST = validated({ params: IdParams, body: ConfirmBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerDecision(req, res, { id: params.id, decision: { act: "confirmed", reason: body.reason ?? null, seen: body.evidence_sha256 }, actor: await operatorOf(req) }),
)
