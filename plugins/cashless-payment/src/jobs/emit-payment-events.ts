import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Emits again what nobody acknowledged, and what a crash kept from being emitted at all. */
export default async function emitPaymentEvents(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  await payments.emitAllDue()
}

export const config = { name: "emit-payment-events", schedule: { interval: 5_000 } }
