import { validated } from "@cho-phien/administrative-units"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { sellerNames } from "../../../../../queries/seller-names"
import { heldLines } from "../../../../../workflows/held-lines"
import { PayoutParams } from "../../validators"

/** GET /admin/payouts/:id/held → {shops}: of an approved batch, whose lines may not go out any more. */
export const GET = validated({ params: PayoutParams }, async (req, res, { params }) => {
  const { state } = await fetchPayoutBatch(req.scope, params.id)
  const held = state === "approved" ? await heldLines(req.scope, params.id) : []
  const names = await sellerNames(req.scope, held.map(({ sellerId }) => sellerId))
  res.json({ shops: held.map(({ sellerId }) => names.get(sellerId) ?? sellerId) })
})
