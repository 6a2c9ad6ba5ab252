import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchOwnListings } from "../../../../../queries/fetch-listings"
import { approveListingWorkflow } from "../../../../../workflows/approve-listing"
import { ApproveBody, IdParams } from "../../validators"

/** POST /admin/listings/:id/approve {ocop_product_id?, right_of_use_id?} → {listing}. */
export const POST = validated({ params: IdParams, body: ApproveBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  await approveListingWorkflow(req.scope).run({ input: { product_id: params.id, actor_id: req.auth_context.actor_id, ...body } })
  const [listing] = await fetchOwnListings(req.scope, { productIds: [params.id] })
  res.json({ listing })
})
