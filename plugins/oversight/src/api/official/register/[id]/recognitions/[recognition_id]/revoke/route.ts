import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

/** Withdraws a certificate on one of the six grounds of the law. */
export const POST = validated({ params: registerDesk.RecognitionParams, body: registerDesk.RevokeBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerRevoke(req, res, deskActorOf(req), params, body)
})
