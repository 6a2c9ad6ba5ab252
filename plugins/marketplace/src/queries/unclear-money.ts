import type { MedusaContainer } from "@medusajs/framework/types"
import { cashlessPayment } from "../workflows/cashless"

/** In đồng: all of it, and the most that came for one QR, because only what came for one QR can pay the order. */
export type UnclearMoney = { totalVnd: number; forOneQrVnd: number }

export const NO_UNCLEAR_MONEY: UnclearMoney = { totalVnd: 0, forOneQrVnd: 0 }

/**
 * Transfers that came for an order when nothing was owed on that QR any more, by order id: they lie at the desk, and a
 * person looks at them. `intents`: those of `intentsOfOrders`.
 */
export async function fetchUnclearMoney(container: MedusaContainer, intents: Map<string, Set<string>>): Promise<Map<string, UnclearMoney>> {
  const late = await cashlessPayment(container).bank.lateMoney([...new Set([...intents.values()].flatMap((ids) => [...ids]))])
  const sumOf = (some: typeof late) => some.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)
  return new Map(
    [...intents].map(([orderId, ids]) => {
      const own = late.filter(({ intent_id }) => ids.has(intent_id))
      const perQr = [...ids].map((id) => sumOf(own.filter(({ intent_id, reason }) => intent_id === id && reason === "late")))
      return [orderId, { totalVnd: sumOf(own), forOneQrVnd: Math.max(0, ...perQr) }]
    }),
  )
}
