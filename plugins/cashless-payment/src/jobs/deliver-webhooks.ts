import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Sends webhooks whose next attempt is due, and those a crash kept from going out at all. */
export default async function deliverWebhooks(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  payments.webhooks.deliverSoon()
}

export const config = { name: "deliver-webhooks", schedule: { interval: 5_000 } }
