import type { CivilDate } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { RECONCILIATION_MODULE } from "../modules/reconciliation"
import { compareDay } from "../modules/reconciliation/rules/compare-day"
import type ReconciliationModuleService from "../modules/reconciliation/service"
import { fetchDayOfMoney } from "../queries/day-of-money"

/** Counts a day's money three ways and keeps the report; any number of times. */
export async function reconcileDay(container: MedusaContainer, day: CivilDate): Promise<void> {
  const { payments, unmatched, givenBack } = await fetchDayOfMoney(container, day)
  await container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).keepReport(day, compareDay(payments, unmatched, givenBack))
}
