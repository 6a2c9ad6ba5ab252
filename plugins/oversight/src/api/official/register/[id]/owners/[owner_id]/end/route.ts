import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../../../register-desk"
import type { OfficialRequest } from "../../../../../../require-official"

/** The shop is the producer no longer. */
export const POST = validated({ params: registerDesk.OwnerParams }, async (req: OfficialRequest, res: MedusaResponse, { params }) => {
  await requireProductInScope(req, params.id)
  await registerDesk.answerEndOwner(req, res, deskActorOf(req), params)
})
