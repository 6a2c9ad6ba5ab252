import { validated } from "@cho-phien/administrative-units"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { withdrawHeldLines } from "../../../../../workflows/held-lines"
import { actingUserId } from "../../../../actor"
import { DropHeldBody, PayoutParams } from "../../validators"

/** POST /admin/payouts/:id/drop-held {note, not_at_bank: true} → {payout, dropped}: of an approved batch, the lines that are held since leave it and are owed again. */
export const POST = validated({ params: PayoutParams, body: DropHeldBody }, async (req, res, { params, body }) => {
  await fetchPayoutBatch(req.scope, params.id)
  const dropped = await withdrawHeldLines(req.scope, params.id, actingUserId(req), body.note)
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id), dropped })
})
