import { fetchMedia, type MediaAsset } from "@cho-phien/media"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { PaymentState } from "../modules/order-group/rules/decide-payment"
import { readDeliveryAddress, type DeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { sellerOrderState, shownPaymentState, type SellerOrderState, type ShownPaymentState } from "../modules/order-group/rules/order-state"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment, type PaymentIntent, type Rail } from "../workflows/cashless"

export type SellerOrderView = {
  id: string
  display_id: number
  seller: { id: string; handle: string; name: string }
  items: { title: string; quantity: number; unit_price_vnd: number; total_vnd: number; image: MediaAsset | null }[]
  shipping_vnd: number
  total_vnd: number
  state: SellerOrderState
  payment: {
    rail: Rail
    state: ShownPaymentState
    amount_vnd: number
    amount_received_vnd: number
    expires_at: string
    paid_at: string | null
    vietqr: NonNullable<PaymentIntent["vietqr"]> | null
  }
  shipment: { shipped_at: string; carrier: string | null; tracking_number: string | null } | null
}

/** With what only some readers may see: the routes decide what they pass on. */
export type SellerOrderRecord = { view: SellerOrderView; placedAt: string; address: DeliveryAddress | null; intentId: string }

type SellerPayment = Awaited<ReturnType<OrderGroupModuleService["listSellerPayments"]>>[number]
type Fulfilment = { shipped_at: string | null; delivered_at: string | null; canceled_at: string | null; metadata: Record<string, string | null> | null }
type Order = {
  id: string
  display_id: number
  status: string
  created_at: string | Date
  total: number
  shipping_total: number
  items: { id: string; title: string; product_title: string | null; product_id: string; quantity: number; unit_price: number; total: number }[]
  shipping_address: Parameters<typeof readDeliveryAddress>[0]
  fulfillments: (Fulfilment | null)[] | null
  seller: { id: string; handle: string; name: string } | null
}

const FIELDS = [
  ...["id", "display_id", "status", "created_at", "total", "shipping_total", "items.*", "items.total", "shipping_address.*"],
  ...["fulfillments.shipped_at", "fulfillments.delivered_at", "fulfillments.canceled_at", "fulfillments.metadata"],
  ...["seller.id", "seller.handle", "seller.name"],
]

/** The orders behind seller payments as buyers and sellers see them, in the order of the payments given. */
export async function fetchSellerOrders(container: MedusaContainer, payments: SellerPayment[]): Promise<SellerOrderRecord[]> {
  if (payments.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: payments.map((payment) => payment.order_id) } })
  const orders = new Map((data as unknown as Order[]).map((order) => [order.id, order]))
  const covers = await fetchCovers(container, [...orders.values()].flatMap((order) => order.items.map((item) => item.product_id)))
  const intents = await fetchIntents(container, payments)
  return payments.flatMap((payment) => {
    const order = orders.get(payment.order_id)
    return order ? [toRecord(order, payment, intents.get(payment.intent_id) ?? null, covers)] : []
  })
}

/** Seller payments of one seller, newest first. */
export async function listSellerPaymentsOf(container: MedusaContainer, sellerId: string, orderId?: string): Promise<SellerPayment[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  return groups.listSellerPayments({ seller_id: sellerId, ...(orderId && { order_id: orderId }) }, { take: 200, order: { created_at: "DESC" } })
}

function toRecord(order: Order, payment: SellerPayment, intent: PaymentIntent | null, covers: Map<string, MediaAsset>): SellerOrderRecord {
  const fulfilment = (order.fulfillments ?? []).find((candidate): candidate is Fulfilment => candidate !== null && !candidate.canceled_at)
  const state = payment.state as PaymentState
  const amountVnd = Number(payment.amount_vnd)
  const open = state === "pending" || state === "applying"
  return {
    placedAt: iso(order.created_at)!,
    address: readDeliveryAddress(order.shipping_address),
    intentId: payment.intent_id,
    view: {
      id: order.id,
      display_id: Number(order.display_id),
      seller: order.seller ?? { id: payment.seller_id, handle: "", name: "" },
      items: order.items.map((item) => ({
        title: item.product_title ?? item.title,
        quantity: Number(item.quantity),
        unit_price_vnd: Math.round(Number(item.unit_price)),
        total_vnd: Math.round(Number(item.total)),
        image: covers.get(item.product_id) ?? null,
      })),
      shipping_vnd: Math.round(Number(order.shipping_total)),
      total_vnd: amountVnd,
      state: sellerOrderState({ orderStatus: order.status, payment: state, shippedAt: fulfilment?.shipped_at ?? null, deliveredAt: fulfilment?.delivered_at ?? null }),
      payment: {
        rail: payment.rail,
        state: shownPaymentState(state),
        amount_vnd: amountVnd,
        // What came on VNPay's shared intent is not one order's: an order counts as received when it is paid.
        amount_received_vnd: payment.rail === "vietqr" && intent ? intent.amount_received_vnd : state === "paid" || state === "refunded" ? amountVnd : 0,
        expires_at: iso(payment.expires_at)!,
        paid_at: iso(payment.paid_at),
        vietqr: open ? (intent?.vietqr ?? null) : null,
      },
      shipment: fulfilment?.shipped_at
        ? { shipped_at: iso(fulfilment.shipped_at)!, carrier: fulfilment.metadata?.carrier ?? null, tracking_number: fulfilment.metadata?.tracking_number ?? null }
        : null,
    },
  }
}

async function fetchIntents(container: MedusaContainer, payments: SellerPayment[]): Promise<Map<string, PaymentIntent>> {
  const ids = [...new Set(payments.map((payment) => payment.intent_id))]
  const intents = await Promise.all(ids.map((id) => cashlessPayment(container).retrieveIntent(id)))
  return new Map(intents.map((intent) => [intent.id, intent]))
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
