import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../modules/payout"
import { payoutErrors } from "../../../../../modules/payout/errors"
import type PayoutModuleService from "../../../../../modules/payout/service"
import { fetchPayoutBatch } from "../../../../../queries/payout-batches"
import { withdrawHeldLines } from "../../../../../workflows/held-lines"
import { sendPayouts } from "../../../../../workflows/send-payouts"
import { transferProvider } from "../../../../../workflows/transfer-provider"
import { actingUserId } from "../../../../actor"
import { PayoutParams, SentBody } from "../../validators"
import { refuseHeldLines } from "../refuse-held-lines"

/**
 * POST /admin/payouts/:id/sent {note} → {payout}: the file was handed to the bank, or by payOS the orders go out now. From
 * here on lines can be paid or fail. What is held since the approval is left out by payOS; of a file it is refused with
 * 409 payout.held_since, unless `file_at_bank` says that the bank has the file with those lines in it.
 */
export const POST = validated({ params: PayoutParams, body: SentBody }, async (req, res, { params, body }) => {
  const { way, state } = await fetchPayoutBatch(req.scope, params.id)
  if (way === "payos" && !transferProvider(req.scope)) throw payoutErrors.payosNotSet()
  if (way === "payos" && state === "approved") await withdrawHeldLines(req.scope, params.id, actingUserId(req), "Bị giữ sau khi duyệt")
  else if (state === "approved" && !body.file_at_bank) await refuseHeldLines(req.scope, params.id)
  const left = await fetchPayoutBatch(req.scope, params.id)
  // Nothing was left to send.
  if (state === "approved" && left.state === "settled") return void res.json({ payout: left })
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).sendBatch(params.id, actingUserId(req), body.note)
  if (way === "payos") await sendPayouts(req.scope)
  res.json({ payout: await fetchPayoutBatch(req.scope, params.id) })
})
