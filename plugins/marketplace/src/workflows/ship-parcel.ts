import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { ParcelLabel } from "../modules/order-group/operations/shipping"
import { canceledQuantities } from "../modules/order-group/rules/canceled-share"
import { locationLockKey } from "../modules/order-group/rules/stock-needs"
import type OrderGroupModuleService from "../modules/order-group/service"
import { parcelsOf } from "./mark-delivered"
import { underLocks } from "./under-locks"

export type Parcel = ParcelLabel & { order_id: string; seller_id: string }
type Fulfilment = { id: string; shipped_at: string | null; canceled_at: string | null }
type Order = { id: string; items: { id: string; quantity: number }[]; fulfillments: Fulfilment[] }

/**
 * Medusa's fulfilment (stock leaves the shelf, reservations are consumed) and shipment, under the lock of the place.
 * What is there already is kept: a second tap on a bad line, or a run after a crash, ships nothing twice. Resolves to
 * whether the parcel left now.
 */
export async function shipParcel(container: MedusaContainer, parcel: Parcel): Promise<boolean> {
  const order = await fetchOrder(container, parcel.order_id)
  const reservations = await container.resolve(Modules.INVENTORY).listReservationItems({ line_item_id: order.items.map((item) => item.id) }, { select: ["id", "location_id"] })
  const locationId = reservations[0]?.location_id
  return underLocks(container, [shippingLockKey(order.id), ...(locationId ? [locationLockKey(locationId)] : [])], () => ship(container, parcel, locationId), { timeout: 60 })
}

/** About a quarter of an hour (rules/repair-delay): a busy place and a restart are over by then. */
const TRIES_BEFORE_TAKEN_BACK = 5

/**
 * An order that was said sent and whose parcel no process makes any more: it is made now, or, where it can't be after
 * several tries, the order is to be sent again. Not at the first error: the parcel may be on the road, and what is taken
 * back can be cancelled and its money sent back.
 */
export async function resumeShipping(container: MedusaContainer, act: { id: string; order_id: string; details: unknown }): Promise<void> {
  try {
    await makeParcel(container, act)
  } catch (error) {
    const [repair] = await groupsOf(container).listPaymentRepairs({ id: `shipping:${act.id}` }, { take: 1 })
    if (repair && repair.tries >= TRIES_BEFORE_TAKEN_BACK && (await takeBackShipping(container, act.order_id)))
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Order ${act.order_id} was said sent and its parcel could not be made: it is to be sent again, and its shop is told.`)
    throw error
  }
}

async function makeParcel(container: MedusaContainer, act: { order_id: string; details: unknown }): Promise<void> {
  const [payment] = await groupsOf(container).listSellerPayments({ order_id: act.order_id }, { take: 1, relations: ["order_group"] })
  if (!payment) return
  const label = act.details as ParcelLabel | null
  const parcel: Parcel = { order_id: act.order_id, seller_id: payment.seller_id, carrier: label?.carrier ?? null, tracking_number: label?.tracking_number ?? null }
  const first = await shipParcel(container, parcel)
  if (first) await container.resolve(Modules.EVENT_BUS).emit({ name: "seller_order.shipped", data: { order_id: act.order_id, order_group_id: payment.order_group.id } })
}

/** What happens at the door happens to a parcel: one that a crash kept from being made is made first, and never taken back. */
export async function finishParcel(container: MedusaContainer, { orderId, sellerId }: { orderId: string; sellerId: string }): Promise<void> {
  const groups = groupsOf(container)
  const [payment] = await groups.listSellerPayments({ order_id: orderId, seller_id: sellerId }, { take: 1 })
  if (!payment?.shipping_at) return
  const [act] = await groups.listOrderActs({ order_id: orderId, act: "ship", done_at: null }, { take: 1 })
  if (act) await makeParcel(container, act)
}

/** Undoes "sent" where no parcel came of it, and says whether. One that is there stays sent, and the sweep goes on with it. */
export async function takeBackShipping(container: MedusaContainer, orderId: string): Promise<boolean> {
  const takeBack = async () => {
    if ((await parcelsOf(container, orderId)).length > 0) return false
    await groupsOf(container).undoShipping(orderId)
    return true
  }
  return container.resolve(Modules.LOCKING).execute([shippingLockKey(orderId)], takeBack, { timeout: 30 })
}

async function ship(container: MedusaContainer, parcel: Parcel, locationId: string | undefined): Promise<boolean> {
  const groups = groupsOf(container)
  const order = await fetchOrder(container, parcel.order_id)
  const open = order.fulfillments.find((fulfilment) => !fulfilment.canceled_at)
  if (!open?.shipped_at) {
    // Whoever was here before may have failed and taken it back: nothing bars a cancel any more.
    const [payment] = await groups.listSellerPayments({ order_id: order.id }, { take: 1 })
    if (!payment?.shipping_at) throw checkoutErrors.paymentInProgress()
    const fulfilmentId = open?.id ?? (await fulfil(container, parcel, order, locationId))
    await createOrderShipmentWorkflow(container).run({
      input: {
        order_id: order.id,
        fulfillment_id: fulfilmentId,
        created_by: parcel.seller_id,
        items: order.items.map((item) => ({ id: item.id, quantity: item.quantity })),
        labels: parcel.tracking_number ? [{ tracking_number: parcel.tracking_number, tracking_url: "", label_url: "" }] : [],
      },
    })
  }
  await groups.finishShipping(order.id)
  return !open?.shipped_at
}

async function fulfil(container: MedusaContainer, parcel: Parcel, order: Order, locationId: string | undefined): Promise<string> {
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: order.id,
      created_by: parcel.seller_id,
      location_id: locationId,
      items: order.items.map((item) => ({ id: item.id, quantity: item.quantity })),
      metadata: { carrier: parcel.carrier, tracking_number: parcel.tracking_number },
    },
  })
  return result.id
}

async function fetchOrder(container: MedusaContainer, orderId: string): Promise<Order> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "items.*", "fulfillments.id", "fulfillments.shipped_at", "fulfillments.canceled_at"], filters: { id: orderId } })
  const order = data[0] as unknown as Order
  const gone = canceledQuantities(await groupsOf(container).canceledLinesOf(orderId))
  // What the seller took out of the order is not in the parcel.
  const items = order.items.map((item) => ({ id: item.id, quantity: Number(item.quantity) - (gone.get(item.id) ?? 0) })).filter((item) => item.quantity > 0)
  return { ...order, items, fulfillments: order.fulfillments ?? [] }
}

const shippingLockKey = (orderId: string): string => `ship:${orderId}`

function groupsOf(container: MedusaContainer): OrderGroupModuleService {
  return container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
}
