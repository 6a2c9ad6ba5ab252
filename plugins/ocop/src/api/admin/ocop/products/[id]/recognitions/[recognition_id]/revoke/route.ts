import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerRevoke, RevokeBody, RecognitionParams } from "../../../../../../../../http/register-desk"
import { operatorOf } from "../../../../../operator-actor"

/** Withdraws a certificate on one of the six grounds of the law. */
export const POST = validated({ params: RecognitionParams, body: RevokeBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerRevoke(req, res, await operatorOf(req), params, body),
)
