import { validated } from "@cho-phien/administrative-units"
import { fetchDeskProduct, registerDesk } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { fetchRegisterListings } from "../../../../lib/register-listings"
import { deskActorOf, requireProductInScope } from "../../../register-desk"
import type { OfficialRequest } from "../../../require-official"

const Query = z.object({ listing: z.string().max(200).optional() })

/** A product of the register with all that happened to it, what it is on sale as, and what it may be on sale as. */
export const GET = validated({ params: registerDesk.ProductParams, query: Query }, async (req: OfficialRequest, res: MedusaResponse, { params, query }) => {
  await requireProductInScope(req, params.id)
  const { linked_product_ids, ...product } = await fetchDeskProduct(req.scope, params.id, deskActorOf(req).level)
  res.json({ product: { ...product, ...(await fetchRegisterListings(req.scope, product, linked_product_ids, query.listing)) } })
})
