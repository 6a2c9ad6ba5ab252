import { validated } from "@cho-phien/administrative-units"
import { fetchPayoutBatch } from "../../../../queries/payout-batches"
import { PayoutParams } from "../validators"

/** GET /admin/payouts/:id → {payout} */
export const GET = validated({ params: PayoutParams }, async (req, res, { params }) => {
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id) })
})
