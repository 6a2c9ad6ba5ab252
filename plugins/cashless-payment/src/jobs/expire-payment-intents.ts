import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Longer than a list takes; aggregators that answer nobody must not hold stock for ever. */
const LONGEST_WAIT_MS = 2 * 60_000

let heard: Promise<unknown> | null = null

/**
 * Cancels intents whose deadline and grace are over, so that whoever listens can free the stock. Not before the lists were
 * read once since this process began: what was paid in time while it was shut is on them, and its time would be called
 * over first.
 */
export default async function expirePaymentIntents(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  heard ??= Promise.race([
    payments.bank.fetchLists().catch((error: unknown) => container.resolve(ContainerRegistrationKeys.LOGGER).error(`The lists of transfers were not read: ${String(error)}`)),
    new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS).unref()),
  ])
  await heard
  await payments.expireIntents()
}

export const config = { name: "expire-payment-intents", schedule: { interval: 30_000 } }
