import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** A payment VNPay suspects and never decides must not hold stock for ever. */
export default async function giveUpSuspectedPayments(container: MedusaContainer): Promise<void> {
  await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).suspicions.giveUpOverdue()
}

export const config = { name: "give-up-suspected-payments", schedule: "6 * * * * *" }
