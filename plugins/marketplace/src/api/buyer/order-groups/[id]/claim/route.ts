import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { claimOrderGroup } from "../../../../../buyer/claim-orders"
import { assertAccess } from "../../../../../queries/order-group"
import { actingBuyer } from "../../../../require-buyer"
import { ClaimBody, IdParams } from "../../../validators"

/** POST /buyer/order-groups/:id/claim {access_token} → {claimed: true}: a guest's order joins the account of who holds its key. */
export const POST = validated({ params: IdParams, body: ClaimBody }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  assertAccess(req.scope, params.id, body.access_token)
  await claimOrderGroup(req.scope, actingBuyer(req), params.id)
  res.json({ claimed: true })
})
