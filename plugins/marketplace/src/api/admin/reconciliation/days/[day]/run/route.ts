import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { futureDay } from "../../../../../../modules/reconciliation/errors"
import { reconcileDay } from "../../../../../../workflows/reconcile-day"
import { civilDay } from "../../../../ledger/validators"

/** POST /admin/reconciliation/days/:day/run → {day}: counts a day again, also today's so far. */
export const POST = validated({ params: z.object({ day: civilDay }) }, async (req, res, { params: { day } }) => {
  if (day > todayInVietnam()) throw futureDay()
  await reconcileDay(req.scope, day)
  res.json({ day })
})
