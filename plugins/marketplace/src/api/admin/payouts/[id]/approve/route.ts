import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../modules/payout"
import type PayoutModuleService from "../../../../../modules/payout/service"
import { requireTwoPeople } from "../../../../../operators/require-two-people"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { bookPayouts } from "../../../../../workflows/book-payouts"
import { actingUserId } from "../../../../actor"
import { NoteBody, PayoutParams } from "../../validators"

/** POST /admin/payouts/:id/approve {note} → {payout}: by somebody else than its maker; lines whose balance shrank are dropped. */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  const payouts = req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const { created_by: maker } = await fetchPayoutBatch(req.scope, params.id)
  await requireTwoPeople(req.scope, { maker, approver: actingUserId(req) })
  await payouts.approveBatch(params.id, actingUserId(req), body.note)
  await bookPayouts(req.scope)
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id) })
})
