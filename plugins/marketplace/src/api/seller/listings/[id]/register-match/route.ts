import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { fetchOwnListings } from "../../../../../queries/fetch-listings"
import { confirmRegisterMatch } from "../../../../../workflows/confirm-register-match"
import { actingSellerId } from "../../../../require-active-member"
import { IdParams } from "../../validators"

const Body = z.strictObject({ ocop_product_id: z.string().min(1).max(100) })

/** POST /seller/listings/:id/register-match {ocop_product_id} → {listing}: "this is my product of the register", by its confirmed producer. */
export const POST = validated({ params: IdParams, body: Body }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const sellerId = actingSellerId(req)
  await confirmRegisterMatch(req.scope, { sellerId, productId: params.id, ocopProductId: body.ocop_product_id })
  const [listing] = await fetchOwnListings(req.scope, { productIds: [params.id] })
  res.json({ listing })
})
