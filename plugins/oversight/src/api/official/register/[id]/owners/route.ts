import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { OCOP_MODULE, registerDesk, type OcopModuleService } from "@cho-phien/ocop"
import { SELLER_MODULE, sellerNotFound, type SellerModuleService } from "@cho-phien/marketplace"
import type { MedusaResponse } from "@medusajs/framework/http"
import { deskActorOf, requireProductInScope } from "../../../../register-desk"
import type { OfficialRequest } from "../../../../require-official"

/** Confirms a shop as the producer of the product: from then on it may say which of its listings the product is. */
export const POST = validated({ params: registerDesk.ProductParams, body: registerDesk.OwnerBody }, async (req: OfficialRequest, res: MedusaResponse, { params, body }) => {
  await requireProductInScope(req, params.id)
  const [seller] = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: body.seller_id }, { select: ["id", "name"] })
  if (!seller) throw sellerNotFound()
  const owner = { ...body, ocop_product_id: params.id, seller_name: seller.name }
  const id = await req.scope.resolve<OcopModuleService>(OCOP_MODULE).nameOwner(owner, deskActorOf(req), todayInVietnam())
  res.status(201).json({ owner: { id } })
})
