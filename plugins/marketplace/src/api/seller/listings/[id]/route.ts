import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchOwnListings } from "../../../../queries/fetch-listings"
import { listingNotFound } from "../../../../modules/seller/errors"
import { updateListingWorkflow } from "../../../../workflows/update-listing"
import { actingSellerId } from "../../../require-active-member"
import { IdParams, UpdateBody } from "../validators"

/** GET /seller/listings/:id → {listing}; another seller's is a 404. */
export const GET = validated({ params: IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  res.json({ listing: await ownListing(req, params.id) })
})

/** POST /seller/listings/:id with any of the fields of a proposal → {listing}. */
export const POST = validated({ params: IdParams, body: UpdateBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  await updateListingWorkflow(req.scope).run({
    input: { product_id: params.id, seller_id: actingSellerId(req), changes: body },
  })
  res.json({ listing: await ownListing(req, params.id) })
})

async function ownListing(req: AuthenticatedMedusaRequest, id: string) {
  const [listing] = await fetchOwnListings(req.scope, { productIds: [id], filters: { sellerId: actingSellerId(req) } })
  if (!listing) throw listingNotFound()
  return listing
}
