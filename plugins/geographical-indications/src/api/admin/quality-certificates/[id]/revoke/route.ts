import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerDecision, RevokeCertificateBody, IdParams } from "../../../../../http/quality-certificates"
import { operatorOf } from "../../../operator-actor"

/** A paper that was confirmed no longer holds. */
export const POST = validated({ params: IdParams, body: RevokeCertificateBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerDecision(req, res, { id: params.id, decision: { act: "revoked", ...body }, actor: await operatorOf(req) }),
)
