import type { MedusaRequest } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../modules/cashless-payment"
import type { Aggregator } from "../../modules/cashless-payment/operations/bank-transfer"
import { sameSecret } from "../../modules/cashless-payment/rules/same-secret"
import type { CashlessPaymentModuleService } from "../../modules/cashless-payment/service"
import { shortNameOf } from "../../sandbox/bank-notices"

const MOST = 500

export function payments(req: MedusaRequest): CashlessPaymentModuleService {
  return req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
}

/** Whether the caller of a simulated list shows the key it was given. */
export function showsKey(req: MedusaRequest, scheme: "Bearer" | "Apikey", key: string | undefined): boolean {
  return !!key && sameSecret(req.headers.authorization ?? "", `${scheme} ${key}`)
}

/** What a list calls the bank of an account. The operator's own is in the settings; of others the list knows the number alone, and names none. */
export function listedBank(req: MedusaRequest, accountNumber: string): string {
  const own = payments(req).settings.account
  return own?.accountNumber === accountNumber ? shortNameOf(own.bin) : ""
}

/** What the simulated bank has booked since then and an aggregator lists, newest first. */
export async function listedTransfers(req: MedusaRequest, aggregator: Aggregator, since: Date | null) {
  const rows = await payments(req).listSandboxTransfers(since ? { booked_at: { $gte: since } } : {}, { take: MOST, order: { booked_at: "DESC" } })
  return rows.filter((row) => row.listed_by.includes(aggregator))
}
