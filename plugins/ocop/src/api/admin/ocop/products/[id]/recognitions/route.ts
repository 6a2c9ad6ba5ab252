import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerRecognise, ProductParams, RecogniseBody } from "../../../../../../http/register-desk"
import { operatorOf } from "../../../operator-actor"

/** Enters a decision of recognition. */
export const POST = validated({ params: ProductParams, body: RecogniseBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerRecognise(req, res, await operatorOf(req), params.id, body),
)
