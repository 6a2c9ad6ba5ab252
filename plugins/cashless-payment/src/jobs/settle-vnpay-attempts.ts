import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** A lost IPN ends paid by itself: VNPay is asked about what nobody told us the end of. When, each attempt says itself. */
export default async function settleVnpayAttempts(container: MedusaContainer): Promise<void> {
  await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settleVnpayAttempts()
}

export const config = { name: "settle-vnpay-attempts", schedule: { interval: 5_000 } }
