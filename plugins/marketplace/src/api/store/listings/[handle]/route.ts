import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { fetchListings } from "../../../../queries/fetch-listings"
import { listingNotFound } from "../../../../modules/seller/errors"

const Params = z.object({ handle: z.string().min(1).max(120) })

/** GET /store/listings/:handle → {listing}; only what is on the fair. */
export const GET = validated({ params: Params }, async (req, res, { params }) => {
  const [listing] = await fetchListings(req.scope, { handles: [params.handle] })
  if (!listing) throw listingNotFound()
  res.json({ listing })
})
