import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"
import { PAYOUT_MODULE } from "../modules/payout"
import { lineStillDue } from "../modules/payout/rules/line-still-due"
import type PayoutModuleService from "../modules/payout/service"
import type { DroppedLine } from "../modules/payout/change-batch"
import type { StillDue } from "../modules/payout/take-turn"
import { bookPayouts } from "./book-payouts"
import { noteDeliveries } from "./note-deliveries"
import { heldFrom, payoutSettings } from "./payout-settings"

export type HeldLine = { lineId: string; sellerId: string; reason: DroppedLine }

/**
 * Lines of an approved batch that may not go out any more: between its approval and the sending goods came back, or the
 * hold was made longer. The books took them off already, so what they leave over must still cover what is held.
 */
export async function heldLines(container: MedusaContainer, batchId: string): Promise<HeldLine[]> {
  const lines = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).listPayoutLines({ batch_id: batchId, state: "in_transit" }, { select: ["id", "seller_id"], take: 10_000 })
  if (lines.length === 0) return []
  await noteDeliveries(container)
  const left = await whatIsLeft(container)
  return lines.flatMap((line) => {
    const reason = lineStillDue(left.get(line.seller_id))
    return reason === "due" ? [] : [{ lineId: line.id, sellerId: line.seller_id, reason }]
  })
}

/**
 * The same look at one seller, for the moment in which the order of a line that was sent is made. What has arrived is
 * read once for all of them: it only ever frees money.
 */
export function stillDue(container: MedusaContainer): StillDue {
  let noted: Promise<void> | null = null
  return async (sellerId) => {
    await (noted ??= noteDeliveries(container))
    return lineStillDue((await whatIsLeft(container, sellerId)).get(sellerId))
  }
}

async function whatIsLeft(container: MedusaContainer, sellerId?: string): Promise<Map<string, { payableVnd: number; heldVnd: number }>> {
  const { holdDays, undeliveredDays } = payoutSettings()
  const balances = await container.resolve<LedgerModuleService>(LEDGER_MODULE).sellerBalances({ heldFrom: heldFrom(holdDays, todayInVietnam()), undeliveredDays, sellerId })
  return new Map(balances.map((row) => [row.seller_id, { payableVnd: row.payable_vnd, heldVnd: row.held_vnd }]))
}

/** Takes them out of the batch, and has the books owe them again. Returns how many. */
export async function withdrawHeldLines(container: MedusaContainer, batchId: string, by: string, note: string): Promise<number> {
  const held = await heldLines(container, batchId)
  if (held.length === 0) return 0
  const withdrawn = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).withdrawLines(batchId, new Map(held.map(({ lineId, reason }) => [lineId, reason])), by, note)
  await bookPayouts(container)
  return withdrawn
}
