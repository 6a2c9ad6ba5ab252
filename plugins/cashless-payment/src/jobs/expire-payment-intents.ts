import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Cancels intents whose deadline and grace are over, so that whoever listens can free the stock. */
export default async function expirePaymentIntents(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  await payments.expireIntents()
}

export const config = { name: "expire-payment-intents", schedule: { interval: 30_000 } }
