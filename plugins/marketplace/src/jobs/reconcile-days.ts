import { addDays, todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileDay } from "../workflows/reconcile-day"

/** Yesterday's report, and the day before once more for what came late. Hourly, because the server may have slept at any one hour. */
export default async function reconcileDaysJob(container: MedusaContainer): Promise<void> {
  const today = todayInVietnam()
  for (const days of [-1, -2]) await reconcileDay(container, addDays(today, days))
}

export const config = { name: "reconcile-days", schedule: "4 10 * * * *" }
