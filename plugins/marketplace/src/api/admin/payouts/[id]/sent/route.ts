import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../modules/payout"
import { payoutErrors } from "../../../../../modules/payout/errors"
import type PayoutModuleService from "../../../../../modules/payout/service"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { sendPayouts } from "../../../../../workflows/send-payouts"
import { transferProvider } from "../../../../../workflows/transfer-provider"
import { actingUserId } from "../../../../actor"
import { NoteBody, PayoutParams } from "../../validators"

/**
 * POST /admin/payouts/:id/sent {note} → {payout}: the file was handed to the bank, or by payOS the orders go out now. From
 * here on lines can be paid or fail.
 */
export const POST = validated({ params: PayoutParams, body: NoteBody }, async (req, res, { params, body }) => {
  const { way } = await fetchPayoutBatch(req.scope, params.id)
  if (way === "payos" && !transferProvider(req.scope)) throw payoutErrors.payosNotSet()
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).sendBatch(params.id, actingUserId(req), body.note)
  if (way === "payos") await sendPayouts(req.scope)
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id) })
})
