import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { listMoneyBack } from "../../../queries/money-back"
import { noteAccountsRead } from "../../../workflows/money-back"
import { actingSellerId } from "../../require-active-member"
import { actingPerson } from "../acting-person"

/** GET /seller/money-back: what the shop has to send back to buyers, with the account to send it to. Who read it is noted. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  const moneyBack = await listMoneyBack(req.scope, actingSellerId(req))
  await noteAccountsRead(req.scope, moneyBack.flatMap(({ id, to }) => (to ? [id] : [])), await actingPerson(req))
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ money_back: moneyBack })
})
