import { todayInVietnam } from "@cho-phien/administrative-units"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { sellerBalances, type HeldSales } from "./balances"
import { insertJournal } from "./rows"
import { payoutEntries } from "./rules/money-postings"

export type PayoutFact = { lineId: string; sellerId: string; amountVnd: number; nettedVnd: number; postedBy: string; hold: Pick<HeldSales, "heldFrom" | "undeliveredDays"> }

/** `held`: the seller is owed as much, but not all of it is free yet. `balance_changed`: not even that. */
export type PayoutPosting = "booked" | "held" | "balance_changed"

/**
 * Takes a payout off what the seller is owed, if it still is and nothing of it is held: the one place where a payable can
 * be spent. Between the plan and its approval goods may be refunded, or the hold made longer, and then money of goods that
 * have not arrived would go out. One seller's payouts wait for each other, and the same line again is the same journal.
 */
export async function postPayout(tx: Knex.Transaction, fact: PayoutFact): Promise<PayoutPosting> {
  await tx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`ledger-payout:${fact.sellerId}`])
  const key = `payout:${fact.lineId}`
  if (await tx("ledger_journal").where({ key }).first("id")) return "booked"
  const now = new Date()
  const [balance] = await sellerBalances(tx, { ...fact.hold, sellerId: fact.sellerId })
  const spentVnd = fact.amountVnd + fact.nettedVnd
  if (!balance || balance.payable_vnd < spentVnd || balance.receivable_vnd < fact.nettedVnd) return "balance_changed"
  if (balance.payable_vnd - balance.held_vnd < spentVnd) return "held"
  await insertJournal(tx, {
    key,
    kind: "payout",
    occurredAt: now,
    day: todayInVietnam(now),
    sellerId: fact.sellerId,
    facts: { line_id: fact.lineId, amountVnd: fact.amountVnd, nettedVnd: fact.nettedVnd },
    postedBy: fact.postedBy,
    entries: payoutEntries(fact.sellerId, fact),
  })
  return "booked"
}
