import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { fetchSellerOrders, type SellerOrderView } from "./seller-orders"

export type BuyerOrderGroup = {
  id: string
  created_at: string
  total_vnd: number
  orders: (Pick<SellerOrderView, "id" | "display_id" | "seller" | "items" | "total_vnd" | "state"> & { /** VNPay may have the money and has not decided. */ checking: boolean })[]
}

type GroupedOrder = { id: string; customer_id: string | null; metadata: Record<string, unknown> | null }

/** The checkouts of a buyer, newest first. An order knows its group; the group's other orders are the same buyer's. */
export async function listBuyerOrderGroups(container: MedusaContainer, customerId: string, { limit, offset }: { limit: number; offset: number }): Promise<{ groups: BuyerOrderGroup[]; count: number }> {
  const ids = await groupIdsOfBuyer(container, customerId)
  const wanted = ids.slice(offset, offset + limit)
  if (wanted.length === 0) return { groups: [], count: ids.length }
  const rows = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderGroups({ id: wanted, status: "placed" }, { take: wanted.length, relations: ["payments"] })
  const records = await fetchSellerOrders(container, rows.flatMap((row) => row.payments) as Parameters<typeof fetchSellerOrders>[1])
  const views = new Map(records.map(({ view }) => [view.id, view]))
  const groups = rows.map((row) => ({
    id: row.id,
    created_at: new Date(row.created_at).toISOString(),
    total_vnd: Number(row.total_vnd),
    orders: row.payments.flatMap(({ order_id }) => {
      const view = views.get(order_id)
      return view ? [{ id: view.id, display_id: view.display_id, seller: view.seller, items: view.items, total_vnd: view.total_vnd, state: view.state, checking: view.payment.checking !== null }] : []
    }),
  }))
  return { groups: groups.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id)), count: ids.length }
}

/** The ids of the checkouts of a buyer, newest first. */
export async function groupIdsOfBuyer(container: MedusaContainer, customerId: string): Promise<string[]> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ customer_id: customerId }, { select: ["id", "metadata"], take: 5_000, order: { created_at: "DESC" } })
  return [...new Set(orders.flatMap((order) => groupIdOf(order) ?? []))]
}

/** Whether a checkout is this buyer's. */
export async function isBuyersGroup(container: MedusaContainer, customerId: string, orderGroupId: string): Promise<boolean> {
  const orders = await ordersOfGroup(container, orderGroupId)
  return orders.length > 0 && orders.every((order) => order.customer_id === customerId)
}

export async function ordersOfGroup(container: MedusaContainer, orderGroupId: string): Promise<GroupedOrder[]> {
  const [group] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderGroups({ id: orderGroupId, status: "placed" }, { take: 1, relations: ["payments"] })
  if (!group) return []
  const orders = await container.resolve(Modules.ORDER).listOrders({ id: group.payments.map((payment) => payment.order_id) }, { select: ["id", "customer_id", "metadata"] })
  return orders as unknown as GroupedOrder[]
}

export function groupIdOf(order: { metadata?: Record<string, unknown> | null }): string | null {
  const id = order.metadata?.order_group_id
  return typeof id === "string" ? id : null
}
