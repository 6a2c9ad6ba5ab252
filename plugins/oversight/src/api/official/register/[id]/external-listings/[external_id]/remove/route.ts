import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

/** Takes an address out that was entered by mistake. */
export const POST = validated({ params: registerDesk.ExternalParams }, async (req: OfficialRequest, res: MedusaResponse, { params }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerRemoveExternal(req, res, deskActorOf(req), params)
})
