import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { answerAddExternal, ExternalBody, ProductParams } from "../../../../../../http/register-desk"
import { operatorOf } from "../../../operator-actor"

/** Enters where else the product is sold. */
export const POST = validated({ params: ProductParams, body: ExternalBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) =>
  answerAddExternal(req, res, await operatorOf(req), params.id, body),
)
