import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../../../../modules/payout"
import type PayoutModuleService from "../../../../../../modules/payout/service"
import { sendPayouts } from "../../../../../../workflows/send-payouts"
import { PayoutParams } from "../../../validators"

/** POST /admin/payouts/lines/:id/ask → {id}: payOS is asked now, or told if it was not yet; 409 payout.nothing_to_ask when it is over. */
export const POST = validated({ params: PayoutParams }, async (req, res, { params }) => {
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).hurryTransfer(params.id)
  await sendPayouts(req.scope)
  res.json({ id: params.id })
})
