import type { MedusaContainer } from "@medusajs/framework/types"
import { cashlessPayment } from "../workflows/cashless"

/**
 * Transfers that came for an order when nothing was owed on that QR any more, in đồng by order id: they lie at the desk, and
 * a person looks at them. `intents`: those of `intentsOfOrders`.
 */
export async function fetchUnclearMoney(container: MedusaContainer, intents: Map<string, Set<string>>): Promise<Map<string, number>> {
  const late = await cashlessPayment(container).bank.lateMoney([...new Set([...intents.values()].flatMap((ids) => [...ids]))])
  return new Map([...intents].map(([orderId, ids]) => [orderId, late.filter(({ intent_id }) => ids.has(intent_id)).reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)]))
}
