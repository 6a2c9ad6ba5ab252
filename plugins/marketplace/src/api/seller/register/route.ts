import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fetchSellerRegister } from "../../../queries/seller-register"
import { actingSellerId } from "../../require-active-member"

/** GET /seller/register → {matches, owned}: what the shop's listings may be in the OCOP register, and what is the shop's there. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json(await fetchSellerRegister(req.scope, actingSellerId(req)))
})
