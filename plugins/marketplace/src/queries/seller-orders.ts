import { fetchMedia, type MediaAsset } from "@cho-phien/media"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { Actor } from "../modules/order-group/operations/acts"
import { canceledQuantities, type CanceledLine } from "../modules/order-group/rules/canceled-share"
import { cashMayBeTaken, cashToo, type CashToo } from "../modules/order-group/rules/cash-too"
import type { PaymentState } from "../modules/order-group/rules/decide-payment"
import { buyerOfOrder, type BuyerContact } from "../buyer/rules/buyer-contact"
import { readDeliveryAddress, type DeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { sellerOrderState, shownPaymentState, type SellerOrderState, type ShownPaymentState } from "../modules/order-group/rules/order-state"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { Rail } from "../modules/order-group/operations/rows"
import type { ShippingPlace } from "../modules/seller/rules/shipping-quote"
import { cashlessPayment, type PaymentIntent } from "../workflows/cashless"
import { fetchCheckedPayments, type CheckedPayment } from "./checked-payments"
import { intentsOfOrders } from "./intents-of-orders"
import { fetchOrderRefunds, type OrderRefund } from "./order-refunds"
import { fetchUnclearMoney, NO_UNCLEAR_MONEY, type UnclearMoney } from "./unclear-money"

export type SellerOrderView = {
  id: string
  display_id: number
  seller: { id: string; handle: string; name: string }
  /** `handle` is the listing's, whether it is still on sale or not. */
  items: { id: string; handle: string | null; title: string; quantity: number; unit_price_vnd: number; total_vnd: number; canceled_quantity: number; image: MediaAsset | null }[]
  shipping_vnd: number
  /** What the order comes to now, without what the seller took out of it. */
  total_vnd: number
  canceled_vnd: number
  state: SellerOrderState
  /** Who called it off and why; also set for an order that lapsed. */
  cancellation: { by: Actor; reason: string | null; note: string | null; at: string; paid_vnd: number } | null
  /** What the shop said when it took lines out, oldest first. */
  shortfalls: { reason: string | null; note: string | null; at: string }[]
  /** Money on its way back, newest last. */
  refunds: OrderRefund[]
  /** Whether buyer and seller may still cancel: nothing was shipped. */
  can_cancel: boolean
  payment: {
    rail: Rail
    state: ShownPaymentState
    amount_vnd: number
    amount_received_vnd: number
    /** Transfers for a QR the order does not show any more, which a person is looking at: neither counted nor sent back yet. */
    unclear_vnd: number
    /** Whether one of them alone is as much as the order asks for: it is about to pay it. */
    unclear_pays: boolean
    /** Set while VNPay may have the money and has not decided: nothing can be paid then, and `expires_at` ends nothing. */
    checking: CheckedPayment | null
    expires_at: string
    /** Cash the shop says was taken at the door although a transfer had paid: the buyer's, until it is given back. */
    cash_too: CashToo | null
    /** Whether that may have happened: the parcel was on its way to be paid in cash when the transfer came. */
    cash_may_be_taken: boolean
    /** Cash on delivery: when the seller said yes. */
    confirmed_at: string | null
    paid_at: string | null
    vietqr: NonNullable<PaymentIntent["vietqr"]> | null
  }
  /** Whether the buyer may say that it came: paid, on the road, and nobody said so yet. */
  can_receive: boolean
  /** `received_at`: the buyer said so. `delivered_at`: anybody did, the operator or who took the cash too. */
  shipment: { shipped_at: string; delivered_at: string | null; received_at: string | null; carrier: string | null; tracking_number: string | null } | null
}

/** With what only some readers may see: the routes decide what they pass on. */
export type SellerOrderRecord = { view: SellerOrderView; placedAt: string; address: DeliveryAddress | null; /** Who ordered: not always who receives. */ buyer: BuyerContact | null; /** Where the shop sends from. */ origin: ShippingPlace | null; intentId: string | null }

type OrderAct = Awaited<ReturnType<OrderGroupModuleService["listOrderActs"]>>[number]
type SellerPayment = Awaited<ReturnType<OrderGroupModuleService["listSellerPayments"]>>[number]
type Fulfilment = { shipped_at: string | null; delivered_at: string | null; canceled_at: string | null; metadata: Record<string, string | null> | null }
type Order = {
  id: string
  display_id: number
  status: string
  created_at: string | Date
  total: number
  shipping_total: number
  items: { id: string; title: string; product_title: string | null; product_id: string; product_handle: string | null; quantity: number; unit_price: number; total: number }[]
  shipping_address: Parameters<typeof readDeliveryAddress>[0]
  fulfillments: (Fulfilment | null)[] | null
  seller: ({ id: string; handle: string; name: string } & ShippingPlace) | null
}

const FIELDS = [
  ...["id", "display_id", "status", "created_at", "total", "shipping_total", "items.*", "items.total", "shipping_address.*"],
  ...["fulfillments.shipped_at", "fulfillments.delivered_at", "fulfillments.canceled_at", "fulfillments.metadata"],
  ...["seller.id", "seller.handle", "seller.name", "seller.province_code", "seller.commune_code"],
]

/**
 * The orders behind seller payments as buyers and sellers see them, in the order of the payments given. `wholeCheckout`:
 * they are all of one checkout, for its buyer.
 */
export async function fetchSellerOrders(container: MedusaContainer, payments: SellerPayment[], { wholeCheckout = false } = {}): Promise<SellerOrderRecord[]> {
  if (payments.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: payments.map((payment) => payment.order_id) } })
  const orders = new Map((data as unknown as Order[]).map((order) => [order.id, order]))
  const covers = await fetchCovers(container, [...orders.values()].flatMap((order) => order.items.map((item) => item.product_id)))
  const asked = payments.map((payment) => ({ orderId: payment.order_id, sellerPaymentId: payment.id, collectionId: payment.payment_collection_id, intentId: payment.intent_id }))
  const allIntents = await intentsOfOrders(container, asked)
  const [intents, acts, refunds, unclear, groups] = await Promise.all([
    fetchIntents(container, payments),
    fetchActs(container, payments),
    fetchOrderRefunds(container, asked, { strays: wholeCheckout, intents: allIntents }),
    fetchUnclearMoney(container, allIntents),
    fetchGroups(container, payments),
  ])
  const checked = await fetchCheckedPayments(container, [...intents.values()])
  return payments.flatMap((payment) => {
    const order = orders.get(payment.order_id)
    if (!order) return []
    return [toRecord(order, payment, { intent: intents.get(payment.intent_id ?? "") ?? null, checking: checked.get(payment.intent_id ?? "") ?? null, covers, acts: acts.get(order.id) ?? [], refunds: refunds.get(order.id) ?? [], unclear: unclear.get(order.id) ?? NO_UNCLEAR_MONEY, group: groups.get(payment.order_group_id) })]
  })
}

const NEWEST = 200
/** More than a shop has open at once. */
const MOST_OPEN = 1_000
/** Somebody still has to pay, to say yes, or to send the parcel. */
const OPEN = [{ state: ["pending", "applying", "reopening"] }, { state: "paid", shipping_at: null }]

/** Seller payments of one seller, newest first: the newest, and those before that are open. What is paid must not drop off the end. */
export async function listSellerPaymentsOf(container: MedusaContainer, sellerId: string, orderId?: string): Promise<SellerPayment[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const order = { created_at: "DESC", id: "DESC" } as const
  const newest = await groups.listSellerPayments({ seller_id: sellerId, ...(orderId && { order_id: orderId }) }, { take: NEWEST, order })
  if (newest.length < NEWEST) return newest
  const listed = new Set(newest.map(({ id }) => id))
  const open = await groups.listSellerPayments({ seller_id: sellerId, $or: OPEN }, { take: MOST_OPEN, order })
  return [...newest, ...open.filter(({ id }) => !listed.has(id))]
}

type Group = { id: string; buyer_name: string | null; buyer_phone: string | null }
type Facts = { intent: PaymentIntent | null; checking: CheckedPayment | null; covers: Map<string, MediaAsset>; acts: OrderAct[]; refunds: OrderRefund[]; unclear: UnclearMoney; group: Group | undefined }

function toRecord(order: Order, payment: SellerPayment, { intent, checking, covers, acts, refunds, unclear, group }: Facts): SellerOrderRecord {
  const fulfilment = (order.fulfillments ?? []).find((candidate): candidate is Fulfilment => candidate !== null && !candidate.canceled_at)
  const state = payment.state as PaymentState
  const amountVnd = Number(payment.amount_vnd)
  const open = state === "pending" || state === "applying" || state === "reopening"
  const gone = canceledQuantities(acts.flatMap((act) => (act.act === "cancel_items" ? (act.details as { lines: CanceledLine[] }).lines : [])))
  const canceledVnd = Number(payment.canceled_vnd)
  const orderedVnd = order.items.reduce((sum, item) => sum + Math.round(Number(item.total)), Math.round(Number(order.shipping_total)))
  const address = readDeliveryAddress(order.shipping_address)
  return {
    placedAt: iso(order.created_at)!,
    address,
    buyer: buyerOfOrder(group, address),
    origin: order.seller && { province_code: order.seller.province_code, commune_code: order.seller.commune_code },
    intentId: payment.intent_id,
    view: {
      id: order.id,
      display_id: Number(order.display_id),
      seller: order.seller ? { id: order.seller.id, handle: order.seller.handle, name: order.seller.name } : { id: payment.seller_id, handle: "", name: "" },
      items: order.items.map((item) => ({
        id: item.id,
        handle: item.product_handle,
        title: item.product_title ?? item.title,
        quantity: Number(item.quantity),
        unit_price_vnd: Math.round(Number(item.unit_price)),
        total_vnd: Math.round(Number(item.total)),
        canceled_quantity: gone.get(item.id) ?? 0,
        image: covers.get(item.product_id) ?? null,
      })),
      shipping_vnd: Math.round(Number(order.shipping_total)),
      total_vnd: orderedVnd - canceledVnd,
      canceled_vnd: canceledVnd,
      cancellation: cancellationOf(acts),
      shortfalls: acts.filter(({ act }) => act === "cancel_items").map(({ reason, note, created_at }) => ({ reason, note, at: iso(created_at)! })),
      refunds,
      can_receive: state === "paid" && Boolean(payment.shipping_at) && Boolean(fulfilment?.shipped_at) && !fulfilment?.delivered_at,
      can_cancel: (open || state === "paid") && !payment.shipping_at && !fulfilment?.shipped_at,
      state: sellerOrderState({ orderStatus: order.status, payment: state, rail: payment.rail, confirmedAt: payment.confirmed_at, shippedAt: fulfilment?.shipped_at ?? null, deliveredAt: fulfilment?.delivered_at ?? null }),
      payment: {
        rail: payment.rail,
        state: shownPaymentState(state),
        amount_vnd: amountVnd,
        // What came on VNPay's shared intent is not one order's: an order counts as received when it is paid.
        amount_received_vnd: payment.rail === "vietqr" && intent ? intent.amount_received_vnd : state === "paid" || state === "refunded" ? amountVnd : 0,
        unclear_vnd: unclear.totalVnd,
        unclear_pays: state === "pending" && unclear.forOneQrVnd >= amountVnd,
        checking: state === "pending" ? checking : null,
        cash_too: cashToo([...acts].sort((a, b) => (a.id < b.id ? -1 : 1))),
        cash_may_be_taken: cashMayBeTaken(payment, acts),
        expires_at: iso(payment.expires_at)!,
        confirmed_at: iso(payment.confirmed_at),
        paid_at: iso(payment.paid_at),
        vietqr: open ? (intent?.vietqr ?? null) : null,
      },
      shipment: fulfilment?.shipped_at
        ? { shipped_at: iso(fulfilment.shipped_at)!, delivered_at: iso(fulfilment.delivered_at), received_at: iso(acts.find(({ act }) => act === "receive")?.created_at ?? null), carrier: fulfilment.metadata?.carrier ?? null, tracking_number: fulfilment.metadata?.tracking_number ?? null }
        : null,
    },
  }
}

async function fetchIntents(container: MedusaContainer, payments: SellerPayment[]): Promise<Map<string, PaymentIntent>> {
  const ids = [...new Set(payments.flatMap((payment) => payment.intent_id ?? []))]
  const intents = await Promise.all(ids.map((id) => cashlessPayment(container).retrieveIntent(id)))
  return new Map(intents.map((intent) => [intent.id, intent]))
}

async function fetchGroups(container: MedusaContainer, payments: SellerPayment[]): Promise<Map<string, Group>> {
  const ids = [...new Set(payments.map((payment) => payment.order_group_id))]
  const groups = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderGroups({ id: ids }, { select: ["id", "buyer_name", "buyer_phone"], take: ids.length })
  return new Map(groups.map((group) => [group.id, group]))
}

/** What was done to each order, oldest first. */
async function fetchActs(container: MedusaContainer, payments: SellerPayment[]): Promise<Map<string, OrderAct[]>> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const acts = await groups.listOrderActs({ order_id: payments.map((payment) => payment.order_id) }, { take: 5000, order: { created_at: "ASC", id: "ASC" } })
  const byOrder = new Map<string, OrderAct[]>()
  for (const act of acts) byOrder.set(act.order_id, [...(byOrder.get(act.order_id) ?? []), act])
  return byOrder
}

function cancellationOf(acts: OrderAct[]): SellerOrderView["cancellation"] {
  const act = acts.filter((candidate) => candidate.act === "cancel" || candidate.act === "refused_at_door").at(-1)
  if (!act) return null
  const reason = act.act === "refused_at_door" ? "refused_at_door" : act.reason
  return { by: act.actor, reason, note: act.note, at: iso(act.created_at)!, paid_vnd: Number(act.amount_vnd) }
}

/** The cover picture of each product; read now, not from the order: a listing keeps its pictures a year and more. */
async function fetchCovers(container: MedusaContainer, productIds: string[]): Promise<Map<string, MediaAsset>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id", "listing.media_ids"], filters: { id: [...new Set(productIds)] } })
  const coverIds = new Map(
    (data as unknown as { id: string; listing: { media_ids: string[] } | null }[]).flatMap((product) => {
      const cover = product.listing?.media_ids?.[0]
      return cover ? [[product.id, cover] as const] : []
    }),
  )
  const media = await fetchMedia(container, [...coverIds.values()])
  return new Map([...coverIds].flatMap(([productId, id]) => (media.has(id) ? [[productId, media.get(id)!] as const] : [])))
}

function iso(time: string | Date | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
