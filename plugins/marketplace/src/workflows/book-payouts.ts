import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { payoutFailedEntries, payoutPaidEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { PAYOUT_MODULE } from "../modules/payout"
import type PayoutModuleService from "../modules/payout/service"

const LOOK_BACK_MS = 30 * 86_400_000

/**
 * Brings the books to where the payouts are, and payouts to what the books allow: planned lines of approved batches are
 * taken off the seller's balance, or dropped when it no longer covers them; what was paid or failed is booked as that.
 * Every journal has the line's id in its key, so this may die anywhere and run again.
 */
export async function bookPayouts(container: MedusaContainer): Promise<void> {
  await bookApproved(container)
  await bookSettled(container)
}

async function bookApproved(container: MedusaContainer): Promise<void> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const batches = await payouts.listPayoutBatches({ state: "approved" }, { relations: ["lines"], take: 1_000 })
  for (const batch of batches) {
    for (const line of batch.lines.filter(({ state }) => state === "planned")) {
      const covered = await ledger.postPayout({ lineId: line.id, sellerId: line.seller_id, amountVnd: Number(line.amount_vnd), nettedVnd: Number(line.netted_vnd), postedBy: batch.approved_by ?? "" })
      await payouts.bookLine(line.id, covered)
    }
  }
}

async function bookSettled(container: MedusaContainer): Promise<void> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const lines = await payouts.listPayoutLines({ state: ["paid", "failed"], settled_at: { $gte: new Date(Date.now() - LOOK_BACK_MS) } }, { take: 100_000, order: { id: "ASC" } })
  const keyOf = (line: { id: string; state: string }) => `payout_${line.state}:${line.id}`
  const missing = new Set(await ledger.missingKeys(lines.map(keyOf)))
  for (const line of lines.filter((candidate) => missing.has(keyOf(candidate)))) {
    const at = new Date(line.settled_at ?? Date.now())
    const amountVnd = Number(line.amount_vnd)
    const paid = line.state === "paid"
    await ledger.post({
      key: keyOf(line),
      kind: paid ? "payout_paid" : "payout_failed",
      occurredAt: at,
      day: todayInVietnam(at),
      sellerId: line.seller_id,
      facts: { line_id: line.id, amountVnd, bank_reference: line.bank_reference },
      reason: line.failure,
      entries: paid ? payoutPaidEntries(amountVnd) : payoutFailedEntries(line.seller_id, amountVnd),
    })
  }
}
