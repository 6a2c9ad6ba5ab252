import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { SELLER_MODULE } from "../../../../modules/seller"
import { sellerNotFound } from "../../../../modules/seller/errors"
import type SellerModuleService from "../../../../modules/seller/service"
import { actingUserId } from "../../../actor"
import { assertRuleDates } from "../../rule-dates"
import { ActivityBody } from "../validators"

/** POST /admin/tax-rules/activities {seller_id, activity, valid_from, note} → 201 {id}: which rates are this seller's from a day on. */
export const POST = validated({ body: ActivityBody }, async (req, res, { body }) => {
  assertRuleDates(body)
  const [seller] = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: body.seller_id }, { select: ["id"], take: 1 })
  if (!seller) throw sellerNotFound()
  const row = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).createSellerActivities({ ...body, set_by: actingUserId(req) })
  res.status(201).json({ id: row.id })
})
