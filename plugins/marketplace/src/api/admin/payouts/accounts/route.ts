import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../modules/payout"
import { payoutErrors } from "../../../../modules/payout/errors"
import { isSameAccount } from "../../../../modules/payout/rules/plan-payouts"
import type PayoutModuleService from "../../../../modules/payout/service"
import { sellerNotFound } from "../../../../modules/seller/errors"
import { fetchSellersForPayout } from "../../../../queries/sellers-for-payout"
import { payoutSettings } from "../../../../workflows/payout-settings"
import { actingUserId } from "../../../actor"
import { AccountBody } from "../validators"

/** POST /admin/payouts/accounts {seller_id, note} → 201 {usable_from}: the account the shop names today was compared with its papers. A changed one waits. */
export const POST = validated({ body: AccountBody }, async (req, res, { body }) => {
  const seller = (await fetchSellersForPayout(req.scope, [body.seller_id])).get(body.seller_id)
  if (!seller) throw sellerNotFound()
  if (!seller.current) throw payoutErrors.noAccount()
  const { current, verified } = seller
  const known = verified && isSameAccount(current, verified)
  const usableFrom = known ? verified.usableFrom : new Date(Date.now() + (verified ? payoutSettings().coolOffMs : 0))
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).createPayoutAccounts({
    seller_id: body.seller_id,
    bank_bin: current.bankBin,
    bank_name: current.bankName,
    account_number: current.accountNumber,
    account_name: current.accountName,
    note: body.note,
    verified_by: actingUserId(req),
    usable_from: usableFrom,
  })
  res.status(201).json({ usable_from: usableFrom.toISOString() })
})
