import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_WAYS } from "../../../../modules/payout/rules/payout-ways"
import { sellerNames } from "../../../../queries/seller-names"
import { planPayoutBatch } from "../../../../workflows/plan-payout-batch"
import { transferProvider } from "../../../../workflows/transfer-provider"

/** GET /admin/payouts/plan → {sold_until, ways, lines, skipped}: how sellers can be paid, who would be paid what today, and who would not and why. */
export const GET = validated({}, async (req, res) => {
  const { soldUntil, lines, skipped } = await planPayoutBatch(req.scope)
  const names = await sellerNames(req.scope, [...lines, ...skipped].map(({ sellerId }) => sellerId))
  res.json({
    sold_until: soldUntil,
    ways: transferProvider(req.scope) ? PAYOUT_WAYS : ["bank_file"],
    lines: lines.map((line) => ({ seller_id: line.sellerId, seller_name: names.get(line.sellerId) ?? line.sellerId, amount_vnd: line.amountVnd, netted_vnd: line.nettedVnd })),
    skipped: skipped.map(({ sellerId, reason }) => ({ seller_id: sellerId, seller_name: names.get(sellerId) ?? sellerId, reason })),
  })
})
