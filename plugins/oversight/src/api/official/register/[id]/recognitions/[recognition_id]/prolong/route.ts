import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

/** Prolongs a certificate while a late renewal is decided. */
export const POST = validated({ params: registerDesk.RecognitionParams, body: registerDesk.ProlongBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerProlong(req, res, deskActorOf(req), params, body)
})
