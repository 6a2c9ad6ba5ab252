import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerProlong, ProlongBody, RecognitionParams } from "../../../../../../../../http/register-desk"
import { operatorOf } from "../../../../../operator-actor"

/** Prolongs a certificate while a late renewal is decided. */
export const POST = validated({ params: RecognitionParams, body: ProlongBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerProlong(req, res, await operatorOf(req), params, body),
)
