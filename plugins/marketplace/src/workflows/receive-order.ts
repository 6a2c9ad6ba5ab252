import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { ReceivingDecision } from "../modules/order-group/operations/receiving"
import type OrderGroupModuleService from "../modules/order-group/service"
import { markDelivered, parcelsOf } from "./mark-delivered"

export type ReceiveOrder = { orderGroupId: string; orderId: string }

/**
 * The buyer says that the goods of one order came; from here on the days are counted after which the house pays the shop.
 * It gives up no claim: complaints and refunds are as possible as before. Repeating it changes nothing, nor does it where
 * the operator said so first.
 */
export async function receiveOrder(container: MedusaContainer, { orderGroupId, orderId }: ReceiveOrder): Promise<void> {
  await underShippingLock(container, orderId, async () => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const parcels = await parcelsOf(container, orderId)
    // A shipment that is only just being made has no parcel on the road yet.
    const left = parcels.length > 0 && parcels.every(({ shipped_at, delivered_at }) => shipped_at ?? delivered_at)
    const decision = await groups.beginReceiving({ orderGroupId, orderId, left, by: { actor: "buyer" } })
    if ("refused" in decision) throw refusal(decision)
    if (!decision.done) await carryOut(container, orderId, decision.actId)
  })
}

/** Goes on where a crash fell between the buyer's word and the parcel's state. */
export async function resumeReceiving(container: MedusaContainer, act: { id: string; orderId: string }): Promise<void> {
  await underShippingLock(container, act.orderId, () => carryOut(container, act.orderId, act.id))
}

async function carryOut(container: MedusaContainer, orderId: string, actId: string): Promise<void> {
  await markDelivered(container, orderId)
  const first = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).finishReceiving(actId)
  if (first) await container.resolve(Modules.EVENT_BUS).emit({ name: "seller_order.received", data: { order_id: orderId } })
}

const underShippingLock = (container: MedusaContainer, orderId: string, run: () => Promise<void>): Promise<void> =>
  container.resolve(Modules.LOCKING).execute([`ship:${orderId}`], run, { timeout: 30 })

function refusal({ refused }: Extract<ReceivingDecision, { refused: string }>) {
  switch (refused) {
    case "not_found":
      return checkoutErrors.orderGroupNotFound()
    case "not_shipped":
      return checkoutErrors.notShipped()
    case "cash_at_door":
      return checkoutErrors.cashAtDoor()
    case "in_progress":
      return checkoutErrors.paymentInProgress()
    case "closed":
      return checkoutErrors.orderClosed()
  }
}
