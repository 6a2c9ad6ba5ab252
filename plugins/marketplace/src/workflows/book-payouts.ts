import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type { Entry, JournalKind } from "../modules/ledger/rules/journal"
import { payoutFailedEntries, payoutPaidEntries, payoutReversedEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { PAYOUT_MODULE } from "../modules/payout"
import type PayoutModuleService from "../modules/payout/service"
import { heldFrom, payoutSettings } from "./payout-settings"

const LOOK_BACK_MS = 30 * 86_400_000

/**
 * Brings the books to where the payouts are, and payouts to what the books allow: planned lines of approved batches are
 * taken off the seller's balance, or dropped when it no longer covers them or is held; what was paid, failed or came back is booked as that.
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
  const { holdDays, undeliveredDays } = payoutSettings()
  const hold = { heldFrom: heldFrom(holdDays, todayInVietnam()), undeliveredDays }
  for (const batch of batches) {
    for (const line of batch.lines.filter(({ state }) => state === "planned")) {
      const posting = await ledger.postPayout({ lineId: line.id, sellerId: line.seller_id, amountVnd: Number(line.amount_vnd), nettedVnd: Number(line.netted_vnd), postedBy: batch.approved_by ?? "", hold })
      await payouts.bookLine(line.id, posting === "booked" ? null : posting)
    }
  }
}

async function bookSettled(container: MedusaContainer): Promise<void> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const lookBack = new Date(Date.now() - LOOK_BACK_MS - payoutSettings().watchMs)
  const lines = await payouts.listPayoutLines({ state: ["paid", "failed", "reversed", "canceled"], settled_at: { $gte: lookBack } }, { take: 100_000, order: { id: "ASC" } })
  const ends = lines.flatMap(endsOf)
  const missing = new Set(await ledger.missingKeys(ends.map(({ key }) => key)))
  for (const { line, key, kind, at, entries } of ends.filter((end) => missing.has(end.key))) {
    const facts = { line_id: line.id, amountVnd: Number(line.amount_vnd), bank_reference: line.bank_reference }
    await ledger.post({ key, kind, occurredAt: at, day: todayInVietnam(at), sellerId: line.seller_id, facts, reason: kind === "payout_paid" ? null : line.failure, entries })
  }
}

type Line = Awaited<ReturnType<PayoutModuleService["listPayoutLines"]>>[number]
type End = { line: Line; key: string; kind: JournalKind; at: Date; entries: Entry[] }

/** What the books have to know of a line's end. One that came back was paid before: both are facts. */
function endsOf(line: Line): End[] {
  const amountVnd = Number(line.amount_vnd)
  const settledAt = new Date(line.settled_at ?? Date.now())
  // Canceled with an end is what was taken out of a batch after it was booked (withdrawLines).
  if (line.state === "failed" || line.state === "canceled") return [{ line, key: `payout_failed:${line.id}`, kind: "payout_failed", at: settledAt, entries: payoutFailedEntries(line.seller_id, amountVnd) }]
  const paid: End = { line, key: `payout_paid:${line.id}`, kind: "payout_paid", at: settledAt, entries: payoutPaidEntries(amountVnd) }
  if (line.state !== "reversed") return [paid]
  return [paid, { line, key: `payout_reversed:${line.id}`, kind: "payout_reversed", at: new Date(line.reversed_at ?? settledAt), entries: payoutReversedEntries(line.seller_id, amountVnd) }]
}
