import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerCheckExternal, ExternalCheckBody, ExternalParams } from "../../../../../../../../http/register-desk"
import { operatorOf } from "../../../../../operator-actor"

/** Somebody looked today: it is on sale there, or it is gone. */
export const POST = validated({ params: ExternalParams, body: ExternalCheckBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerCheckExternal(req, res, await operatorOf(req), params, body),
)
