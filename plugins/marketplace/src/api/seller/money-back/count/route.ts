import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { countMoneyBack } from "../../../../queries/money-back"
import { actingSellerId } from "../../../require-active-member"

/** GET /seller/money-back/count → { count }: how many amounts the shop can and must send now. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  res.json({ count: await countMoneyBack(req.scope, actingSellerId(req)) })
})
