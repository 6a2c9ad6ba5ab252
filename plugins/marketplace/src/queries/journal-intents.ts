import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"

type Journal = { intent_id: string | null; seller_payment_id: string | null; order_id: string | null; facts: Record<string, unknown> }

/**
 * Which payment each journal is about, in the order of the journals: what the journal itself names, else the payment of its
 * order. Null for what is about none, e.g. cash at the door, a payout or a settlement.
 */
export async function journalIntents(container: MedusaContainer, journals: Journal[]): Promise<(string | null)[]> {
  const unnamed = journals.filter((journal) => named(journal) === null)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [ids, orderIds] = [unique(unnamed.map(({ seller_payment_id }) => seller_payment_id)), unique(unnamed.map(({ order_id }) => order_id))]
  const payments = ids.length + orderIds.length === 0 ? [] : await groups.listSellerPayments({ $or: [{ id: ids }, { order_id: orderIds }] }, { select: ["id", "order_id", "intent_id"], take: ids.length + orderIds.length })
  const of = new Map(payments.flatMap(({ id, order_id, intent_id }) => [[id, intent_id], [order_id, intent_id]] as const))
  return journals.map((journal) => named(journal) ?? of.get(journal.seller_payment_id ?? "") ?? of.get(journal.order_id ?? "") ?? null)
}

function named({ intent_id, facts }: Journal): string | null {
  return intent_id ?? (typeof facts.intent_id === "string" ? facts.intent_id : null)
}

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))]
