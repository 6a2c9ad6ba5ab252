import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdjustmentLine, NewAdjustment } from "./adjustments"
import { ledgerErrors } from "./errors"
import { takenBackEntries, type HouseMoney } from "./rules/money-postings"

/** The shop had paid a refund after all that the house took over: with which transfer of its own, how that is known, and where the house's money is. */
export type ShopPaid = { journalId: string; bankReference: string; reason: string; houseMoney: HouseMoney; proposedBy: string }

type TakenOver = { key: string; kind: string; seller_id: string | null; facts: { taken_over?: boolean; amountVnd?: number } }

/**
 * A proposal that takes back exactly what a take-over made the shop owe. Of one journal there is at most one that was not
 * refused (unique index). @throws ledger.journal_not_found 404, ledger.not_taken_over 409
 */
export async function reversalOf(tx: Knex.Transaction, { journalId, bankReference, reason, houseMoney, proposedBy }: ShopPaid): Promise<NewAdjustment> {
  const journal = (await tx("ledger_journal").where({ id: journalId }).first("key", "kind", "seller_id", "facts")) as TakenOver | undefined
  if (!journal) throw ledgerErrors.journalNotFound()
  const { key, kind, seller_id: sellerId, facts } = journal
  if (kind !== "refund_executed" || !facts.taken_over || !sellerId) throw ledgerErrors.notTakenOver()
  const entries = takenBackEntries(sellerId, Number(facts.amountVnd), await lockedDebt(tx, sellerId), houseMoney)
  return {
    reference: `shop_paid:${randomUUID()}`,
    reason: `Gian hàng đã tự trả người mua, mã giao dịch ${bankReference}: ${reason}`,
    entries: entries.map((entry) => ({ account: entry.account, seller_id: entry.sellerId, amount_vnd: entry.amountVnd })),
    proposedBy,
    reverses: key,
  }
}

/** Between the proposal and its approval a payout may have taken the debt off: then less of it is left than would be forgiven. @throws ledger.reversal_stale 409 */
export async function assertStillFits(tx: Knex.Transaction, entries: AdjustmentLine[]): Promise<void> {
  for (const { account, seller_id: sellerId, amount_vnd: amountVnd } of entries) {
    if (account === "seller_receivable" && sellerId && (await lockedDebt(tx, sellerId)) < -amountVnd) throw ledgerErrors.reversalStale()
  }
}

/** What a seller owes, under the lock its payouts are booked under (post-payout). */
async function lockedDebt(tx: Knex.Transaction, sellerId: string): Promise<number> {
  await tx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`ledger-payout:${sellerId}`])
  const [row] = (await tx("ledger_entry").where({ seller_id: sellerId, account: "seller_receivable" }).sum({ vnd: "amount_vnd" })) as { vnd: string | null }[]
  return Number(row?.vnd ?? 0)
}
