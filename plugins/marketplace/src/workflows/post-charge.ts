import { todayInVietnam } from "@cho-phien/administrative-units"
import type { PaymentIntent } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { destinationChargeEntries, platformChargeEntries, type HouseHas } from "../modules/ledger/rules/charge-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"

/** The fact's name in the books. */
export const chargeKey = (intentId: string) => `charge:${intentId}`

/**
 * A payment of /v1 that the house collected: a destination charge, when VNPay brought it for a shop of the fair, is owed
 * to that shop like a sale, with the fee its caller named in place of commission; any other is kept apart. Neither is a
 * sale of the fair: no commission rule and no withholding (docs/decisions/0007). Run any number of times it posts once.
 */
export async function postCharge(container: MedusaContainer, intent: PaymentIntent): Promise<void> {
  const into = houseHas(intent)
  if (into === null || intent.status !== "succeeded") return
  const { id: intentId, terms, amount_vnd: amountVnd } = intent
  const sellerId = await shopOfCharge(container, intent)
  const amounts = { amountVnd, transferVnd: terms.transfer_amount_vnd ?? amountVnd, feeVnd: terms.application_fee_vnd ?? 0 }
  const occurredAt = new Date(intent.succeeded_at ?? Date.now())
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post({
    key: chargeKey(intentId),
    kind: sellerId ? "destination_charge" : "platform_charge",
    occurredAt,
    day: todayInVietnam(occurredAt),
    sellerId,
    intentId,
    facts: { intent_id: intentId, account_id: terms.transfer_destination, rail: intent.rail, description: intent.description, ...(sellerId ? amounts : { amountVnd }) },
    entries: sellerId ? destinationChargeEntries(sellerId, amounts) : platformChargeEntries(into, amountVnd),
  })
}

/** A payment as its own view or its row has it. */
type AnyPayment = { origin: string; rail: string; terms: { transfer_destination?: unknown; on_behalf_of?: unknown } | null }

/** Where the house has the money of a payment of /v1; null: it went straight to an account, or is an order's, which its sale books. */
export function houseHas({ origin, rail, terms }: AnyPayment): HouseHas | null {
  if (origin !== "api") return null
  if (rail === "vnpay") return "psp_clearing:vnpay"
  return (terms?.transfer_destination ?? terms?.on_behalf_of ?? null) === null ? "bank" : null
}

/** The shop a payment of /v1 is for; null: an account that is no shop's, or none at all. */
export async function shopOfCharge(container: MedusaContainer, { terms, rail }: Pick<PaymentIntent, "terms" | "rail">): Promise<string | null> {
  // VietQR pays whom on_behalf_of names; of what comes to the platform it transfers nothing.
  const accountId = terms.transfer_destination ?? (rail === "vietqr" ? terms.on_behalf_of : null)
  return accountId ? ((await cashlessPayment(container).findAccount(accountId))?.reference ?? null) : null
}
