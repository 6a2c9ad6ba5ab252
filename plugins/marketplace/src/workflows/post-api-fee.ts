import { todayInVietnam } from "@cho-phien/administrative-units"
import type { PaymentIntent } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { apiFeeEntries, apiFeeVnd } from "../modules/ledger/rules/api-fee"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"

/** The fact's name in the books. */
export const apiFeeKey = (intentId: string) => `api_fee:${intentId}`

/**
 * A payment of /v1 that went straight to a shop's bank account leaves one thing in the books: the fee its caller named,
 * owed by the shop, and taken off its next payout (docs/decisions/0006). Run any number of times it posts once.
 */
export async function postApiFee(container: MedusaContainer, intent: PaymentIntent): Promise<void> {
  const { id: intentId, origin, status, rail, terms, amount_vnd, succeeded_at } = intent
  const accountId = terms.transfer_destination ?? terms.on_behalf_of
  if (origin !== "api" || status !== "succeeded" || rail !== "vietqr" || accountId === null) return
  const feeVnd = apiFeeVnd(amount_vnd, { feeVnd: terms.application_fee_vnd, transferVnd: terms.transfer_amount_vnd })
  const account = feeVnd > 0 ? await cashlessPayment(container).findAccount(accountId) : null
  // An account that is no shop's is billed by whoever made it.
  if (!account?.reference) return
  const occurredAt = new Date(succeeded_at ?? Date.now())
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post({
    key: apiFeeKey(intentId),
    kind: "api_fee",
    occurredAt,
    day: todayInVietnam(occurredAt),
    sellerId: account.reference,
    facts: { intent_id: intentId, account_id: accountId, amountVnd: amount_vnd, feeVnd },
    reason: `application_fee_amount ${intentId}`,
    entries: apiFeeEntries(account.reference, feeVnd),
  })
}
