import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"
import { otherFact, type OtherFact } from "../modules/ledger/rules/other-fact"
import type { Period } from "../modules/order-group/rules/listing-sales"

export type { OtherFact }

const MOST = 200

/** What changed between a shop and the house besides sales and payouts, newest first: refunds the house sent in its stead, corrections, fees of /v1. */
export async function fetchOtherFacts(container: MedusaContainer, sellerId: string, period: Period): Promise<OtherFact[]> {
  const journals = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .listLedgerJournals({ seller_id: sellerId, kind: ["refund_executed", "adjustment", "api_fee"], day: { $gte: period.from, $lte: period.to } }, { relations: ["entries"], take: MOST, order: { occurred_at: "DESC", id: "DESC" } })
  return journals.flatMap(({ kind, day, facts, entries }) => {
    const lines = entries.map(({ seller_id, amount_vnd }) => ({ sellerId: seller_id, amountVnd: Number(amount_vnd) }))
    return otherFact({ kind, day, reverses: typeof facts.reverses === "string", lines }, sellerId) ?? []
  })
}
