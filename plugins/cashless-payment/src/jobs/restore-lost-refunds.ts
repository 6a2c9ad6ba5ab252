import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { restoreLostRefunds } from "../medusa/restore-lost-refunds"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

const PAGE = 500
const DAY_MS = 86_400_000
/** Longer than Medusa needs from the rail's yes to its own row, or to taking its row back. */
const IN_FLIGHT_MS = 60_000

/** The other direction of queue-missed-refunds: money that goes back and that Medusa does not know of. */
export default async function restoreLostRefundsJob(container: MedusaContainer): Promise<void> {
  const now = Date.now()
  const created_at = { $gte: new Date(now - 7 * DAY_MS), $lt: new Date(now - IN_FLIGHT_MS) }
  for (let skip = 0; ; skip += PAGE) {
    const page = await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).listPaymentRefunds({ created_at }, { order: { created_at: "ASC", id: "ASC" }, skip, take: PAGE })
    await restoreLostRefunds(container, page).catch((error: unknown) => container.resolve(ContainerRegistrationKeys.LOGGER).error(`Refunds that Medusa lost were not restored: ${String(error)}`))
    if (page.length < PAGE) return
  }
}

export const config = { name: "restore-lost-refunds", schedule: "2 * * * * *" }
