import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

/** The official looked today: it is on sale there, or it is gone. */
export const POST = validated({ params: registerDesk.ExternalParams, body: registerDesk.ExternalCheckBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerCheckExternal(req, res, deskActorOf(req), params, body)
})
