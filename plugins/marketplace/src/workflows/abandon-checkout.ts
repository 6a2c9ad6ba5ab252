import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { locationLockKey } from "../modules/order-group/rules/stock-needs"
import type OrderGroupModuleService from "../modules/order-group/service"
import { closeOpenedPayments } from "./opened-payments"
import { underLocks } from "./under-locks"

/**
 * Takes back a checkout whose process died in the middle, as its own compensation would have: payments closed,
 * reservations freed, orders gone, the cart open again. Nobody was shown any of it: the answer never went out.
 * Each part may be missing already, so it can be run again.
 */
export async function abandonCheckout(container: MedusaContainer, groupId: string, cartId: string): Promise<void> {
  await container.resolve(Modules.LOCKING).execute([cartId], () => takeBack(container, groupId, cartId), { timeout: 30 })
}

async function takeBack(container: MedusaContainer, groupId: string, cartId: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ id: groupId, status: "creating" }, { take: 1, relations: ["payments"] })
  if (!group) return
  await closeOpenedPayments(container, {
    intentIds: [...new Set(group.payments.flatMap((payment) => payment.intent_id ?? []))],
    sessionIds: group.payments.map((payment) => payment.payment_session_id),
    paymentIds: group.payments.map((payment) => payment.id),
  })
  await deleteOrders(container, groupId)
  await container.resolve(Modules.CART).updateCarts(cartId, { completed_at: null })
  await groups.deleteOrderGroups(groupId)
}

async function deleteOrders(container: MedusaContainer, groupId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "items.id", "payment_collections.id"], filters: { metadata: { order_group_id: groupId } } as Record<string, unknown> })
  const orders = data as unknown as { id: string; items: { id: string }[] | null; payment_collections: ({ id: string } | null)[] | null }[]
  if (orders.length === 0) return
  await freeStock(container, orders.flatMap((order) => (order.items ?? []).map((item) => item.id)))
  const collectionIds = orders.flatMap((order) => (order.payment_collections ?? []).flatMap((collection) => collection?.id ?? []))
  const orderIds = orders.map((order) => order.id)
  await container.resolve(ContainerRegistrationKeys.LINK).delete({ [Modules.ORDER]: { order_id: orderIds } })
  if (collectionIds.length > 0) await container.resolve(Modules.PAYMENT).deletePaymentCollections(collectionIds)
  await container.resolve(Modules.ORDER).deleteOrders(orderIds)
}

async function freeStock(container: MedusaContainer, lineItemIds: string[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const reservations = await inventory.listReservationItems({ line_item_id: lineItemIds }, { select: ["id", "location_id", "inventory_item_id"] })
  if (reservations.length === 0) return
  const keys = [
    ...[...new Set(reservations.map((reservation) => locationLockKey(reservation.location_id)))].sort(),
    ...[...new Set(reservations.map((reservation) => reservation.inventory_item_id))].sort(),
  ]
  await underLocks(container, keys, () => inventory.deleteReservationItems(reservations.map((reservation) => reservation.id)), { timeout: 60 })
}
