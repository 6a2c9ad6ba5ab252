import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { fetchListings } from "../../../../queries/fetch-listings"
import { presentSellers } from "../../../../queries/fetch-sellers"
import { toListingCard } from "../../../../queries/listing"
import { SELLER_MODULE } from "../../../../modules/seller"
import { sellerNotFound } from "../../../../modules/seller/errors"
import type SellerModuleService from "../../../../modules/seller/service"

const Params = z.object({ handle: z.string().min(1).max(120) })

/** GET /store/sellers/:handle → {seller, listings: ListingCard[]}. A suspended shop is not there. */
export const GET = validated({ params: Params }, async (req, res, { params }) => {
  const [row] = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ handle: params.handle, status: "active" })
  if (!row) throw sellerNotFound()
  const [sellers, listings] = await Promise.all([
    presentSellers(req.scope, [row]),
    fetchListings(req.scope, { filters: { sellerId: row.id } }),
  ])
  res.json({ seller: { ...sellers.get(row.id), illustrative: row.illustrative }, listings: listings.map(toListingCard) })
})
