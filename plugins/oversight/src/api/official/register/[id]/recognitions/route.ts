import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../register-desk"
import type { OfficialRequest } from "../../../../require-official"

/** Enters a decision: a province three and four stars, the ministry five. */
export const POST = validated({ params: registerDesk.ProductParams, body: registerDesk.RecogniseBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerRecognise(req, res, deskActorOf(req), params.id, body)
})
