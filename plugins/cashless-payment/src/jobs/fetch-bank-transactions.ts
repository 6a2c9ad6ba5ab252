import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

/** Asks the aggregators' lists, so that a notice that was lost on the way is made up for within a minute. */
export default async function fetchBankTransactions(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  await payments.bank.fetchLists()
}

export const config = { name: "fetch-bank-transactions", schedule: { interval: 60_000 } }
