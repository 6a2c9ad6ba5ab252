import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { ActBy } from "../modules/order-group/operations/acts"
import type { ItemCancelDecision } from "../modules/order-group/operations/item-cancels"
import type { CanceledLine, KeptLine, OrderedLine } from "../modules/order-group/rules/canceled-share"
import { APPLYING_LEASE_MS } from "../modules/order-group/rules/decide-payment"
import type OrderGroupModuleService from "../modules/order-group/service"
import { intentsOfOrders } from "../queries/intents-of-orders"
import { cashlessPayment } from "./cashless"
import { creditOrder } from "./credit-order"
import { refundPayment } from "./refund-payment"
import { releaseCanceledStock } from "./release-canceled-stock"
import { finishReopenedPayments, holdPayments } from "./reopen-payments"

export type CancelOrderItems = { orderId: string; sellerId: string; keep: KeptLine[]; by: ActBy }

/** What an act still has to bring about; enough to go on with it after a crash. */
export type ItemCancelAct = { id: string; orderId: string; lines: CanceledLine[]; amountVnd: number; paid: boolean; by: ActBy }

/**
 * The seller can't deliver all of an order. `keep` says how many of which lines stay, so that a second tap changes
 * nothing. Paid: the share of the lines goes back on the rail it came by. Not paid yet: what is asked for is asked
 * anew, because an amount never changes under a QR that somebody may be looking at.
 *
 * In Medusa the order keeps its lines and gets a credit line of the same amount: an order edit would price the lines
 * again and share out the discounts anew. Nothing here can give back more than was paid (Medusa and the rail both
 * refuse), and every part looks first whether it is done.
 */
export async function cancelOrderItems(container: MedusaContainer, { orderId, sellerId, keep, by }: CancelOrderItems): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(
    [`close-order:${orderId}`],
    async () => {
      const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
      await assertUntouchedIntent(container, orderId, sellerId)
      const lines = await orderedLines(container, orderId)
      keep.forEach((line, index) => {
        if (!lines.some((ordered) => ordered.id === line.id)) throw checkoutErrors.unknownLine(`lines.${index}.id`)
      })
      const decision = await groups.beginItemCancel({ orderId, sellerId, lines, keep, by })
      if ("nothing" in decision) return
      if ("refused" in decision) throw refusal(decision)
      await carryOutItemCancel(container, { id: decision.actId, orderId, lines: decision.lines, amountVnd: decision.amountVnd, paid: decision.paid, by })
    },
    { timeout: 30 },
  )
}

/** Carries a decided act out, from wherever a crash left it. */
async function carryOutItemCancel(container: MedusaContainer, act: ItemCancelAct): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  if (!act.paid && !(await askAnew(container, act))) {
    await groups.undoItemCancel(act.id)
    throw checkoutErrors.paymentInProgress()
  }
  await creditAct(container, act)
  if (act.paid) await refund(container, act)
  await releaseCanceledStock(container, act)
  if (!act.paid) await tellWhatCameLate(container, act.orderId)
  await groups.finishItemCancel(act.id)
  const [payment] = await groups.listSellerPayments({ order_id: act.orderId }, { take: 1, relations: ["order_group"] })
  await container.resolve(Modules.EVENT_BUS).emit({
    name: "seller_order.items_canceled",
    data: { order_id: act.orderId, order_group_id: payment!.order_group.id, amount_vnd: act.amountVnd, refunded: act.paid },
  })
}

/** False when the money came first, or another way to pay is just being opened: the act is then taken back. */
async function askAnew(container: MedusaContainer, { id, orderId, amountVnd }: ItemCancelAct): Promise<boolean> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: orderId }, { take: 1, relations: ["order_group"] })
  const target = await amountWithout(container, orderId, id, amountVnd)
  if (!payment) return false
  // Asked anew before a crash, and perhaps paid since: what was asked for is what is left.
  if (payment.state !== "reopening" && Number(payment.amount_vnd) === target) return true
  if (payment.state !== "pending") return false
  const { key, held, moneyCameFirst } = await holdPayments(container, { orderGroupId: payment.order_group.id, orderIds: [orderId], to: null })
  if (moneyCameFirst || held.length === 0) return false
  await finishReopenedPayments(container, key, new Map([[orderId, target]]))
  return true
}

/**
 * Goes on with an act that a crash left half done. Where the crash fell into the asking anew, that run is finished first
 * and for the act's amount: its intent may exist already, and the same key for another amount would be refused for good.
 */
export async function resumeItemCancel(container: MedusaContainer, act: ItemCancelAct): Promise<void> {
  const resume = async () => {
    const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: act.orderId, state: "reopening", applying_since: { $lt: new Date(Date.now() - APPLYING_LEASE_MS) } }, { take: 1 })
    if (payment?.reopening_key) await finishReopenedPayments(container, payment.reopening_key, new Map([[act.orderId, await amountWithout(container, act.orderId, act.id, act.amountVnd)]]))
    await carryOutItemCancel(container, act)
  }
  await container.resolve(Modules.LOCKING).execute([`close-order:${act.orderId}`], resume, { timeout: 30 })
}

/** A transfer to a QR of before that was too little may be enough for what is left. Its notice returns until the act is over. */
async function tellWhatCameLate(container: MedusaContainer, orderId: string): Promise<void> {
  const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
  if (payment?.state !== "pending") return
  const intents = await intentsOfOrders(container, [{ orderId, collectionId: payment.payment_collection_id, intentId: payment.intent_id }])
  await cashlessPayment(container).bank.tellLateMoneyAgain([...intents.get(orderId)!])
}

/** What an unpaid order comes to after the act: its lines and shipping less everything cancelled so far. */
async function amountWithout(container: MedusaContainer, orderId: string, actId: string, amountVnd: number): Promise<number> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "total"], filters: { id: orderId } })
  const credited = (await creditLines(container, orderId)).includes(actId)
  return Math.round(Number(data[0]?.total)) - (credited ? 0 : amountVnd)
}

/** The order comes to so much less, once. */
async function creditAct(container: MedusaContainer, { id, orderId, amountVnd, by }: ItemCancelAct): Promise<void> {
  if (amountVnd === 0 || (await creditLines(container, orderId)).includes(id)) return
  const orders = container.resolve(Modules.ORDER)
  const left = await orders.listOrderChanges({ order_id: orderId, status: ["pending"], internal_note: id } as Record<string, unknown>)
  if (left.length > 0) await orders.deleteOrderChanges(left.map((change) => change.id))
  await creditOrder(container, { orderId, amountVnd, reference: "order_act", referenceId: id, createdBy: by.actorId ?? undefined })
}

/** The acts an order was credited for. */
async function creditLines(container: MedusaContainer, orderId: string): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "credit_lines.*"], filters: { id: orderId } })
  return ((data[0] as unknown as { credit_lines: { reference_id: string | null }[] | null }).credit_lines ?? []).flatMap((line) => line.reference_id ?? [])
}

/** Found again by its note. A whole cancel that came since gives everything back. */
async function refund(container: MedusaContainer, { id, orderId, amountVnd, by }: ItemCancelAct): Promise<void> {
  const [row] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
  if (amountVnd === 0 || row?.state !== "paid") return
  await refundPayment(container, row, { note: id, amountVnd, createdBy: by.actorId ?? undefined })
}

async function assertUntouchedIntent(container: MedusaContainer, orderId: string, sellerId: string): Promise<void> {
  const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId, seller_id: sellerId }, { take: 1 })
  if (payment?.state !== "pending" || !payment.intent_id) return
  const intent = await cashlessPayment(container).retrieveIntent(payment.intent_id)
  if (intent.amount_received_vnd > 0) throw checkoutErrors.partlyPaid()
}

async function orderedLines(container: MedusaContainer, orderId: string): Promise<OrderedLine[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "total", "items.*", "items.total"], filters: { id: orderId } })
  const items = (data[0] as unknown as { items: { id: string; product_title: string | null; title: string; quantity: number; total: number }[] } | undefined)?.items
  if (!items) throw checkoutErrors.sellerOrderNotFound()
  return items.map((item) => ({ id: item.id, title: item.product_title ?? item.title, quantity: Number(item.quantity), totalVnd: Math.round(Number(item.total)) }))
}

function refusal({ refused }: Extract<ItemCancelDecision, { refused: string }>) {
  switch (refused) {
    case "not_found":
      return checkoutErrors.sellerOrderNotFound()
    case "in_progress":
      return checkoutErrors.paymentInProgress()
    case "shipping":
      return checkoutErrors.orderShipping()
    case "closed":
      return checkoutErrors.orderClosed()
    case "nothing_left":
      return checkoutErrors.nothingLeft()
    case "nothing_due":
      return checkoutErrors.nothingDue()
  }
}
