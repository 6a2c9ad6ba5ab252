import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { canceledQuantities } from "../../modules/order-group/rules/canceled-share"
import { locationLockKey } from "../../modules/order-group/rules/stock-needs"
import type OrderGroupModuleService from "../../modules/order-group/service"

type Input = { order_id: string; seller_id: string; carrier: string | null; tracking_number: string | null }
type Fulfilment = { id: string; shipped_at: string | null; canceled_at: string | null }
type Order = { id: string; items: { id: string; quantity: number }[]; fulfillments: Fulfilment[] }

/**
 * Medusa's fulfilment (stock leaves the shelf, reservations are consumed) and shipment, under the lock of the place.
 * What is there already is kept: a second tap on a bad line, or a run after a crash, ships nothing twice.
 */
export const fulfilAndShipStep = createStep("fulfil-and-ship", async (input: Input, { container }) => {
  const order = await fetchOrder(container, input.order_id)
  const reservations = await container.resolve(Modules.INVENTORY).listReservationItems({ line_item_id: order.items.map((item) => item.id) }, { select: ["id", "location_id"] })
  const locationId = reservations[0]?.location_id
  const first = await container.resolve(Modules.LOCKING).execute([...(locationId ? [locationLockKey(locationId)] : []), `ship:${order.id}`], () => ship(container, input, locationId), { timeout: 60 })
  return new StepResponse({ first })
})

async function ship(container: MedusaContainer, input: Input, locationId: string | undefined): Promise<boolean> {
  const order = await fetchOrder(container, input.order_id)
  const open = order.fulfillments.find((fulfilment) => !fulfilment.canceled_at)
  if (open?.shipped_at) return false
  const fulfilmentId = open?.id ?? (await fulfil(container, input, order, locationId))
  await createOrderShipmentWorkflow(container).run({
    input: {
      order_id: order.id,
      fulfillment_id: fulfilmentId,
      created_by: input.seller_id,
      items: order.items.map((item) => ({ id: item.id, quantity: item.quantity })),
      labels: input.tracking_number ? [{ tracking_number: input.tracking_number, tracking_url: "", label_url: "" }] : [],
    },
  })
  return true
}

async function fulfil(container: MedusaContainer, input: Input, order: Order, locationId: string | undefined): Promise<string> {
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: order.id,
      created_by: input.seller_id,
      location_id: locationId,
      items: order.items.map((item) => ({ id: item.id, quantity: item.quantity })),
      metadata: { carrier: input.carrier, tracking_number: input.tracking_number },
    },
  })
  return result.id
}

async function fetchOrder(container: MedusaContainer, orderId: string): Promise<Order> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "items.*", "fulfillments.id", "fulfillments.shipped_at", "fulfillments.canceled_at"], filters: { id: orderId } })
  const order = data[0] as unknown as Order
  const gone = canceledQuantities(await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).canceledLinesOf(orderId))
  // What the seller took out of the order is not in the parcel.
  const items = order.items.map((item) => ({ id: item.id, quantity: Number(item.quantity) - (gone.get(item.id) ?? 0) })).filter((item) => item.quantity > 0)
  return { ...order, items, fulfillments: order.fulfillments ?? [] }
}
