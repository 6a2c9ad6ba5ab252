import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Refunds go to VNPay and come to an end without anybody watching. When each is tried, it says itself. */
export default async function settleVnpayRefunds(container: MedusaContainer): Promise<void> {
  await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settleVnpayRefunds()
}

export const config = { name: "settle-vnpay-refunds", schedule: { interval: 5_000 } }
