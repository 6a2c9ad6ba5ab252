import type { MedusaContainer } from "@medusajs/framework/types"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { pruneIdempotencyKeys } from "../stripe/idempotency"

/** Forgets the answers kept for Idempotency-Keys that are older than a day. */
export default async function pruneKeys(container: MedusaContainer): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  await payments.inTransaction((sql) => pruneIdempotencyKeys(sql, new Date()))
}

export const config = { name: "prune-idempotency-keys", schedule: "12 23 * * * *" }
