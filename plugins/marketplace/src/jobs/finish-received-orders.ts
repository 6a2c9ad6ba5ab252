import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { resumeReceiving } from "../workflows/receive-order"

/** Marking a parcel takes a moment: one this old has no process any more. */
const STALE_MS = 60_000

/** A buyer's "received" that a crash kept from the parcel. */
export default async function finishReceivedOrders(container: MedusaContainer): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const open = await groups.listOrderActs({ act: "receive", done_at: null, created_at: { $lt: new Date(Date.now() - STALE_MS) } }, { take: 100, order: { updated_at: "ASC" } })
  for (const act of open) {
    try {
      await resumeReceiving(container, { id: act.id, orderId: act.order_id })
    } catch (error) {
      // To the end of the line: a hundred that fail must not hold up the next.
      await groups.postponeAct(act.id)
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Received order ${act.order_id} will be tried again: ${error instanceof Error ? error.message : JSON.stringify(error)}`)
    }
  }
}

export const config = { name: "finish-received-orders", schedule: "50 * * * * *" }
