import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../modules/payout"
import type PayoutModuleService from "../modules/payout/service"
import { bookPayouts } from "./book-payouts"
import { stillDue } from "./held-lines"
import { payoutSettings } from "./payout-settings"
import { transferProvider } from "./transfer-provider"

/** More than a minute's worth of a provider's answers; the next run goes on. */
const MOST_TURNS = 100

/** Every transfer at a provider whose turn it is: sent, asked about, settled, or looked at once more; the books follow. Runs any number of times, in any number of processes. */
export async function sendPayouts(container: MedusaContainer): Promise<void> {
  const sender = transferProvider(container)
  if (!sender) return
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const { watchMs } = payoutSettings()
  const due = stillDue(container)
  let settled = false
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const result = await payouts.takeTurn(sender.provider, { now: new Date(), fast: sender.fast, watchMs }, due)
    if (result === "idle") break
    settled ||= result === "settled"
  }
  if (settled) await bookPayouts(container)
}
