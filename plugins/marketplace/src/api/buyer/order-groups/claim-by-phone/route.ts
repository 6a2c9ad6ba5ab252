import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { claimOrdersByPhone } from "../../../../buyer/claim-orders"
import { actingBuyer } from "../../../require-buyer"

/** POST /buyer/order-groups/claim-by-phone → {claimed}: how many guests' orders that were placed with the proven phone joined the account. */
export const POST = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json({ claimed: await claimOrdersByPhone(req.scope, actingBuyer(req)) })
})
