import type { CivilDate } from "@cho-phien/administrative-units"
import type { ChargeAmounts, ChargeRefundAmounts } from "./charge-postings"

type About = { day: CivilDate; intentId: string; description: string }

/** A charge for a shop, or a refund of one, as the books have it. */
export type ChargeJournal = About & ({ kind: "destination_charge"; facts: ChargeAmounts } | { kind: "charge_refund" | "charge_refund_failed"; facts: ChargeRefundAmounts })

export type ChargeEarnings = {
  intentId: string
  /** The day it was paid; for one paid before the period, that of its first refund in it. */
  day: CivilDate
  /** What whoever made the payment called it. */
  description: string
  grossVnd: number
  /** What the house keeps of it, after refunds. */
  feeVnd: number
  /** Given back to the buyer out of this money; a refund the house bears takes nothing from the shop. */
  refundVnd: number
  netVnd: number
}

/** What each charge brought the shop, newest first. gross − fee − refunds = net. */
export function earningsByCharge(journals: ChargeJournal[]): ChargeEarnings[] {
  const charges = new Map<string, ChargeEarnings>()
  for (const journal of [...journals].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    if (journal.kind !== "destination_charge" && journal.facts.transferReversedVnd === null) continue
    const { intentId, day, description } = journal
    const charge = charges.get(intentId) ?? { intentId, day, description, grossVnd: 0, feeVnd: 0, refundVnd: 0, netVnd: 0 }
    if (journal.kind === "destination_charge") {
      const { amountVnd, transferVnd, feeVnd } = journal.facts
      charge.grossVnd += amountVnd
      charge.feeVnd += amountVnd - transferVnd + feeVnd
    } else {
      const sign = journal.kind === "charge_refund" ? 1 : -1
      const { amountVnd, transferReversedVnd, feeRefundedVnd } = journal.facts
      charge.refundVnd += sign * amountVnd
      charge.feeVnd -= sign * (amountVnd - (transferReversedVnd ?? 0) + (feeRefundedVnd ?? 0))
    }
    charge.netVnd = charge.grossVnd - charge.feeVnd - charge.refundVnd
    charges.set(intentId, charge)
  }
  // What was asked back and did not come about in the same days leaves nothing to say.
  return [...charges.values()].filter(({ grossVnd, refundVnd }) => grossVnd !== 0 || refundVnd !== 0).reverse()
}
