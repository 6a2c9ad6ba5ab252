import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Events and their deliveries are kept for 30 days. Money itself is kept in the other tables, for ever. */
export default async function prunePaymentEvents(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  await payments.webhooks.prune()
}

/** 02:40 in Vietnam. */
export const config = { name: "prune-payment-events", schedule: "28 40 19 * * *" }
