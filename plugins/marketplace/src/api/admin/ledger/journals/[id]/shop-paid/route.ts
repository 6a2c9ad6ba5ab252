import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../../../modules/ledger"
import type LedgerModuleService from "../../../../../../modules/ledger/service"
import { actingUserId } from "../../../../../actor"
import { AdjustmentParams, ShopPaidBody } from "../../../validators"

/**
 * POST /admin/ledger/journals/:id/shop-paid {bank_reference, reason, house_money} → 201 {id}: the refund the house took
 * over had been paid by the shop. An adjustment that ends the shop's debt, booked once another person approves it;
 * 409 ledger.not_taken_over, ledger.already_reversed.
 */
export const POST = validated({ params: AdjustmentParams, body: ShopPaidBody }, async (req, res, { params, body }) => {
  const id = await req.scope
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .proposeReversal({ journalId: params.id, bankReference: body.bank_reference, reason: body.reason, houseMoney: body.house_money, proposedBy: actingUserId(req) })
  res.status(201).json({ id })
})
