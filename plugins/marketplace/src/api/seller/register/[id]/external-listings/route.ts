import { validated } from "@cho-phien/administrative-units"
import { registerDesk } from "@cho-phien/ocop"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { SELLER_MODULE } from "../../../../../modules/seller"
import type SellerModuleService from "../../../../../modules/seller/service"
import { sellerActor } from "../../../../../workflows/confirm-register-match"
import { actingSellerId } from "../../../../require-active-member"

/** POST /seller/register/:id/external-listings {url, evidence?} → 201: where else the confirmed producer sells it; an official looks. */
export const POST = validated({ params: registerDesk.ProductParams, body: registerDesk.ExternalBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const seller = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).retrieveSeller(actingSellerId(req), { select: ["id", "name"] })
  await registerDesk.answerAddExternal(req, res, sellerActor(seller), params.id, body)
})
