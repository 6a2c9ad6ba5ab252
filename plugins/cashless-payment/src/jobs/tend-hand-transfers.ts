import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Money sent back by hand: what nobody misses ends, and bank accounts whose purpose is over are erased. */
export default async function tendHandTransfers(container: MedusaContainer): Promise<void> {
  await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).handTransfers.tend()
}

export const config = { name: "tend-hand-transfers", schedule: "16 17 * * * *" }
