import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment, type PaymentIntent } from "../workflows/cashless"

/**
 * A payment VNPay may have and has not said yes or no to (vnp_TransactionStatus 07 suspected, 04 debited at the bank;
 * VNPay 2.1.0). `decide_by`: how long the operator lets it be waited for; null where no such time runs (04). `shared`:
 * other orders wait for the same payment, so that none is taken out of it alone.
 */
export type CheckedPayment = { decide_by: string | null; shared: boolean }

/** Those of the intents that are being checked, by id. Costs nothing where none is. */
export async function fetchCheckedPayments(container: MedusaContainer, intents: PaymentIntent[]): Promise<Map<string, CheckedPayment>> {
  const ids = intents.filter(({ status }) => status === "processing").map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [decideBy, waiting] = await Promise.all([
    cashlessPayment(container).suspicions.decideBy(ids),
    container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ intent_id: ids, state: "pending" }, { select: ["id", "intent_id"], take: 5_000 }),
  ])
  return new Map(ids.map((id) => [id, { decide_by: decideBy.get(id)?.toISOString() ?? null, shared: waiting.filter(({ intent_id }) => intent_id === id).length > 1 }]))
}
