import type { MedusaContainer } from "@medusajs/framework/types"
import { payoutErrors } from "../../../../modules/payout/errors"
import { sellerNames } from "../../../../queries/seller-names"
import { heldLines } from "../../../../workflows/held-lines"

/** @throws payout.held_since 409 when lines of the batch are held since its approval */
export async function refuseHeldLines(container: MedusaContainer, batchId: string): Promise<void> {
  const held = await heldLines(container, batchId)
  if (held.length === 0) return
  const names = await sellerNames(container, held.map(({ sellerId }) => sellerId))
  throw payoutErrors.heldSince(held.map(({ sellerId }) => names.get(sellerId) ?? sellerId))
}
