import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchOwnListings } from "../../../../../queries/fetch-listings"
import { rejectListingWorkflow } from "../../../../../workflows/reject-listing"
import { IdParams, RejectBody } from "../../validators"

/** POST /admin/listings/:id/reject {reason} → {listing}. The seller reads the reason. */
export const POST = validated({ params: IdParams, body: RejectBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  await rejectListingWorkflow(req.scope).run({
    input: { product_id: params.id, actor_id: req.auth_context.actor_id, reason: body.reason },
  })
  const [listing] = await fetchOwnListings(req.scope, { productIds: [params.id] })
  res.json({ listing })
})
