import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../register-desk"
import type { OfficialRequest } from "../../../../require-official"

/** Enters where else the product is sold. */
export const POST = validated({ params: registerDesk.ProductParams, body: registerDesk.ExternalBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerAddExternal(req, res, deskActorOf(req), params.id, body)
})
