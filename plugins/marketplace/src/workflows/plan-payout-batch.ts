import { addDays, todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"
import { planPayouts, type PlannedLine, type SkipReason } from "../modules/payout/rules/plan-payouts"
import { fetchSellersForPayout } from "../queries/sellers-for-payout"
import { bookPayouts } from "./book-payouts"
import { noteDeliveries } from "./note-deliveries"
import { heldFrom, payoutSettings } from "./payout-settings"

export type PayoutPlan = { soldUntil: string; lines: PlannedLine[]; skipped: { sellerId: string; reason: SkipReason }[] }

/** Who would be paid what today. Payouts that a crash left unbooked are booked first, so that no balance is read twice. */
export async function planPayoutBatch(container: MedusaContainer): Promise<PayoutPlan> {
  await bookPayouts(container)
  await noteDeliveries(container)
  const { holdDays, undeliveredDays, minimumVnd } = payoutSettings()
  const soldUntil = addDays(todayInVietnam(), -holdDays)
  const balances = await container.resolve<LedgerModuleService>(LEDGER_MODULE).sellerBalances({ heldFrom: heldFrom(holdDays, todayInVietnam()), undeliveredDays })
  const owed = balances.map((row) => ({ sellerId: row.seller_id, payableVnd: row.payable_vnd, heldVnd: row.held_vnd, receivableVnd: row.receivable_vnd }))
  const sellers = await fetchSellersForPayout(container, owed.map(({ sellerId }) => sellerId))
  return { soldUntil, ...planPayouts(owed, sellers, { minimumVnd, now: new Date() }) }
}
