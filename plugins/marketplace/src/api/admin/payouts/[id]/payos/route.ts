import { validated } from "@cho-phien/administrative-units"
import { payoutErrors } from "../../../../../modules/payout/errors"
import { payosMemo } from "../../../../../modules/payout/rules/bank-file"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { transferProvider } from "../../../../../workflows/transfer-provider"
import { PayoutParams } from "../../validators"

/** GET /admin/payouts/:id/payos → {total_vnd, balance_vnd, estimated_credit}: what payOS has to pay from and would charge; null: not known just now. */
export const GET = validated({ params: PayoutParams }, async (req, res, { params }) => {
  const batch = await fetchPayoutBatch(req.scope, params.id)
  const sender = batch.way === "payos" ? transferProvider(req.scope) : null
  if (!sender) throw payoutErrors.payosNotSet()
  const orders = batch.lines
    .filter(({ state }) => state === "planned" || state === "in_transit")
    .map((line) => ({ reference: line.id, amountVnd: line.amount_vnd, memo: payosMemo(line.reference), bankBin: line.bank_bin, accountNumber: line.account_number }))
  const [balance_vnd, estimated_credit] = await Promise.all([sender.provider.balanceVnd(), orders.length > 0 ? sender.provider.estimate(batch.id, orders) : 0])
  res.setHeader("Cache-Control", "no-store")
  res.json({ total_vnd: orders.reduce((sum, { amountVnd }) => sum + amountVnd, 0), balance_vnd, estimated_credit })
})
