import { todayInVietnam } from "@cho-phien/administrative-units"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { sellerBalances } from "./balances"
import { insertJournal } from "./rows"
import { payoutEntries } from "./rules/money-postings"

export type PayoutFact = { lineId: string; sellerId: string; amountVnd: number; nettedVnd: number; postedBy: string }

/**
 * Takes a payout off what the seller is owed, if it still is: the one place where a payable can be spent. One seller's
 * payouts wait for each other, and the same line again is the same journal. False: the balance no longer covers it.
 */
export async function postPayout(tx: Knex.Transaction, fact: PayoutFact): Promise<boolean> {
  await tx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`ledger-payout:${fact.sellerId}`])
  const key = `payout:${fact.lineId}`
  if (await tx("ledger_journal").where({ key }).first("id")) return true
  const now = new Date()
  const [balance] = await sellerBalances(tx, { heldFrom: now, sellerId: fact.sellerId })
  if (!balance || balance.payable_vnd < fact.amountVnd + fact.nettedVnd || balance.receivable_vnd < fact.nettedVnd) return false
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
  return true
}
