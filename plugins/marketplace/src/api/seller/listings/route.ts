import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchOwnListings } from "../../../queries/fetch-listings"
import { proposeListingWorkflow } from "../../../workflows/propose-listing"
import { actingSellerId } from "../../require-active-member"
import { ListQuery, ProposeBody } from "./validators"

/** GET /seller/listings?status= → {listings}, newest first, with the reason of a rejection. */
export const GET = validated({ query: ListQuery }, async (req: AuthenticatedMedusaRequest, res, { query }) => {
  const listings = await fetchOwnListings(req.scope, {
    filters: { sellerId: actingSellerId(req), ...(query.status && { status: [query.status] }) },
  })
  res.json({ listings })
})

/** POST /seller/listings → 201 {listing}, in status "proposed". */
export const POST = validated({ body: ProposeBody }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const { result } = await proposeListingWorkflow(req.scope).run({ input: { ...body, seller_id: actingSellerId(req) } })
  const [listing] = await fetchOwnListings(req.scope, { productIds: [result.id] })
  res.status(201).json({ listing })
})
