import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type PaidByIntents = { orderId: string; collectionId: string; intentId: string | null }

/** The intents that ask for each order or did so before; every one has left its session. */
export async function intentsOfOrders(container: MedusaContainer, orders: PaidByIntents[]): Promise<Map<string, Set<string>>> {
  const sessions = await container.resolve(Modules.PAYMENT).listPaymentSessions({ payment_collection_id: orders.map((order) => order.collectionId) }, { select: ["id", "data", "payment_collection_id"], take: 10_000 })
  const former = (collectionId: string) => sessions.flatMap(({ payment_collection_id, data }) => (payment_collection_id === collectionId && typeof data?.intent_id === "string" ? [data.intent_id] : []))
  return new Map(orders.map((order) => [order.orderId, new Set([...former(order.collectionId), ...(order.intentId === null ? [] : [order.intentId])])]))
}
