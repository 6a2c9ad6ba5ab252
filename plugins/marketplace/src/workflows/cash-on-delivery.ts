import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { ActBy } from "../modules/order-group/operations/acts"
import type { CashDecision } from "../modules/order-group/operations/cash"
import { canceledQuantities } from "../modules/order-group/rules/canceled-share"
import { locationLockKey } from "../modules/order-group/rules/stock-needs"
import type OrderGroupModuleService from "../modules/order-group/service"
import { inInventoryTransaction } from "./in-inventory-transaction"
import { markDelivered } from "./mark-delivered"
import { cancelSession, captureSession } from "./payment-session"
import { underLocks } from "./under-locks"
import { finishParcel } from "./ship-parcel"

export type CashAct = { orderId: string; sellerId: string; by: ActBy }

/** The shop says yes: the order no longer lapses. Repeating it changes nothing. */
export async function confirmCashOrder(container: MedusaContainer, { orderId, sellerId, by }: CashAct): Promise<void> {
  accepted(await groupsOf(container).confirmCash(orderId, sellerId, by))
}

/**
 * The courier or the farmer took the cash: payment captured, parcel delivered. The state is claimed first, so of this
 * and "refused at the door" one wins; the sweep finishes what a crash left `applying`.
 */
export async function collectCash(container: MedusaContainer, { orderId, sellerId, by }: CashAct): Promise<void> {
  await finishParcel(container, { orderId, sellerId })
  const { first } = accepted(await groupsOf(container).claimCash(orderId, sellerId, by))
  if (first) await settleCash(container, orderId)
}

/** Carries claimed cash to `paid`. Each part looks first whether it is there. */
export async function settleCash(container: MedusaContainer, orderId: string): Promise<void> {
  await container.resolve(Modules.LOCKING).execute([`cash:${orderId}`], () => settle(container, orderId), { timeout: 30 })
}

async function settle(container: MedusaContainer, orderId: string): Promise<void> {
  const groups = groupsOf(container)
  const [payment] = await groups.listSellerPayments({ order_id: orderId }, { take: 1, relations: ["order_group"] })
  if (!payment || payment.state !== "applying") return
  const sessions = container.resolve(Modules.PAYMENT)
  const session = await sessions.retrievePaymentSession(payment.payment_session_id)
  if (!session.data.collected_at) {
    const data = { ...session.data, collected_at: new Date().toISOString() }
    await sessions.updatePaymentSession({ id: session.id, data, currency_code: session.currency_code, amount: session.amount })
  }
  await captureSession(container, orderId, session.id)
  await markDelivered(container, orderId)
  if (!(await groups.markCashPaid(orderId))) return
  await container.resolve(Modules.EVENT_BUS).emit({ name: "seller_order.paid", data: { order_id: orderId, order_group_id: payment.order_group.id } })
}

/** Cash came as well as the transfer that had paid the order: the shop says that it holds it, or that the buyer has it back. */
export async function noteCashToo(container: MedusaContainer, { orderId, sellerId, by }: CashAct, what: "cash_held" | "cash_returned"): Promise<void> {
  const decision = await groupsOf(container).noteCashToo(orderId, sellerId, what, by)
  if (decision === "not_found") throw checkoutErrors.sellerOrderNotFound()
  if (decision === "no_cash_due") throw checkoutErrors.noCashDue()
  await groupsOf(container).touchOrder(orderId)
}

/** The buyer says that cash which the shop wrote down as given back has not come: the shop holds it again, and is told. */
export async function missCash(container: MedusaContainer, { orderGroupId, orderId }: { orderGroupId: string; orderId: string }): Promise<void> {
  const decision = await groupsOf(container).missCash(orderGroupId, orderId, { actor: "buyer" })
  if (decision === "not_found") throw checkoutErrors.sellerOrderNotFound()
  if (decision === "no_cash_due") throw checkoutErrors.cashNotReturned()
  await groupsOf(container).touchOrder(orderId)
}

/** The buyer did not take the parcel: the order is over, and what comes back is on the shelf again. */
export async function refuseAtDoor(container: MedusaContainer, { orderId, sellerId, by }: CashAct): Promise<void> {
  await finishParcel(container, { orderId, sellerId })
  const { first } = accepted(await groupsOf(container).claimRefusal(orderId, sellerId, by))
  if (first) await takeBackParcel(container, orderId)
}

/** Ends a refused order, from wherever a crash left it. The act of the refusal is done with the goods' return to the shelf, in one transaction, so a repeat puts nothing back twice. */
export async function takeBackParcel(container: MedusaContainer, orderId: string): Promise<void> {
  await container.resolve(Modules.LOCKING).execute([`ship:${orderId}`], () => takeBack(container, orderId), { timeout: 30 })
}

async function takeBack(container: MedusaContainer, orderId: string): Promise<void> {
  const groups = groupsOf(container)
  const [payment] = await groups.listSellerPayments({ order_id: orderId }, { take: 1, relations: ["order_group"] })
  if (!payment || payment.closed_at) return
  const orders = container.resolve(Modules.ORDER)
  const order = await orders.retrieveOrder(orderId, { select: ["id", "status"] })
  if (order.status !== "canceled") {
    // Before the order's cancel no goods went back, whatever a former version wrote down about the act.
    await groups.reopenRefusal(orderId)
    await orders.cancel(orderId)
  }
  await restock(container, orderId)
  await cancelSession(container, payment.payment_session_id)
  await groups.finishClosing(orderId)
  await container.resolve(Modules.EVENT_BUS).emit({ name: "seller_order.canceled", data: { order_id: orderId, order_group_id: payment.order_group.id, by: "seller", paid: false } })
}

type ShippedOrder = {
  items: { id: string; quantity: number; variant: { manage_inventory: boolean; inventory_items: { inventory_item_id: string; required_quantity: number }[] | null } | null }[]
  fulfillments: ({ location_id: string | null; canceled_at: string | null } | null)[] | null
}

async function restock(container: MedusaContainer, orderId: string): Promise<void> {
  const fields = ["id", "total", "items.*", "items.variant.manage_inventory", "items.variant.inventory_items.inventory_item_id", "items.variant.inventory_items.required_quantity", "fulfillments.location_id", "fulfillments.canceled_at"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields, filters: { id: orderId } })
  const order = data[0] as unknown as ShippedOrder
  const locationId = order.fulfillments?.find((fulfilment) => fulfilment && !fulfilment.canceled_at)?.location_id
  const gone = canceledQuantities(await groupsOf(container).canceledLinesOf(orderId))
  const back = order.items.flatMap((item) =>
    item.variant?.manage_inventory && locationId
      ? (item.variant.inventory_items ?? []).map((stocked) => ({ inventoryItemId: stocked.inventory_item_id, locationId, adjustment: (Number(item.quantity) - (gone.get(item.id) ?? 0)) * stocked.required_quantity }))
      : [],
  )
  const keys = [...(locationId ? [locationLockKey(locationId)] : []), ...[...new Set(back.map((row) => row.inventoryItemId))].sort()]
  const putBack = () =>
    inInventoryTransaction(container, async (stock, together, sql) => {
      const undone = await sql("update order_act set done_at = now(), updated_at = now() where order_id = ? and act = 'refused_at_door' and done_at is null and deleted_at is null returning id", [orderId])
      if (undone.length === 0) return
      for (const row of back) if (row.adjustment > 0) await stock.adjustInventory(row.inventoryItemId, row.locationId, row.adjustment, together)
    })
  await underLocks(container, keys, putBack, { timeout: 30 })
}

function accepted(decision: CashDecision): { first: boolean } {
  if (!("refused" in decision)) return decision
  switch (decision.refused) {
    case "not_found":
      throw checkoutErrors.sellerOrderNotFound()
    case "not_cash":
      throw checkoutErrors.notCash()
    case "not_shipped":
      throw checkoutErrors.notShipped()
    case "in_progress":
      throw checkoutErrors.paymentInProgress()
    case "closed":
      throw checkoutErrors.orderClosed()
  }
}

function groupsOf(container: MedusaContainer): OrderGroupModuleService {
  return container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
}
