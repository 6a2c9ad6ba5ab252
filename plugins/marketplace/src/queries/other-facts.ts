import type LedgerModuleService from "../modules/ledger/service"
import { otherFact, type OtherFact } from "../modules/ledger/rules/other-fact"
import type { Period } from "../modules/order-group/rules/listing-sales"

export type { OtherFact }

const OWN_KINDS = ["refund_executed", "adjustment", "api_fee", "unmatched_receipt"]
/** Of money on the shop's own account: the fee of /v1 it no longer owes. What VNPay brought stands among the charges. */
const FEE_BACK_KINDS = ["charge_refund", "charge_refund_failed"]

/**
 * What changed between a shop and the house besides sales and payouts, newest first: refunds the house sent in its stead,
 * what buyers paid the house for it, corrections, fees of /v1 and fees given back. By the lines and not by the journal's shop: a correction may concern
 * several. `more`: there are older ones in the period than the `most` that are here.
 */
export async function fetchOtherFacts(ledger: Pick<LedgerModuleService, "listLedgerJournals">, sellerId: string, period: Period, most: number): Promise<{ others: OtherFact[]; more: boolean }> {
  const journals = await ledger.listLedgerJournals(
    {
      day: { $gte: period.from, $lte: period.to },
      entries: { account: ["seller_payable", "seller_receivable"], seller_id: sellerId },
      $or: [{ kind: OWN_KINDS }, { kind: FEE_BACK_KINDS, facts: { rail: { $ne: "vnpay" } } }],
    },
    { relations: ["entries"], take: most + 1, order: { occurred_at: "DESC", id: "DESC" } },
  )
  const others = journals.slice(0, most).flatMap(({ kind, day, facts, entries }) => {
    const lines = entries.map(({ seller_id, amount_vnd }) => ({ sellerId: seller_id, amountVnd: Number(amount_vnd) }))
    return otherFact({ kind, day, reverses: typeof facts.reverses === "string", lines }, sellerId) ?? []
  })
  return { others, more: journals.length > most }
}
