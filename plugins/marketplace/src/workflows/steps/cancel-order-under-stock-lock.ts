import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { locationLockKey } from "../../modules/order-group/rules/stock-needs"
import { creditForgottenRefunds } from "../credit-order"
import { underLocks } from "../under-locks"

type Input = { order_id: string; canceled_by?: string }

/**
 * Medusa's cancel, which frees the reservations, while nobody reserves at the same places:
 * its own locks are taken in the order of the lines and could dead-lock with ours.
 * An order that is cancelled already (a run that died after it) is left as it is.
 */
export const cancelOrderUnderStockLockStep = createStep("cancel-order-under-stock-lock", async ({ order_id, canceled_by }: Input, { container }) => {
  const order = await container.resolve(Modules.ORDER).retrieveOrder(order_id, { select: ["id", "status"], relations: ["items"] })
  if (order.status === "canceled") return new StepResponse(undefined)
  const reservations = await container.resolve(Modules.INVENTORY).listReservationItems({ line_item_id: (order.items ?? []).map((item) => item.id) }, { select: ["id", "location_id"] })
  const keys = [...new Set(reservations.map((reservation) => locationLockKey(reservation.location_id)))].sort()
  await dropHalfMadeChange(container, order_id)
  await creditForgottenRefunds(container, order_id)
  const cancel = () => cancelOrderWorkflow(container).run({ input: { order_id, canceled_by } })
  await underLocks(container, keys, cancel, { timeout: 60 })
  return new StepResponse(undefined)
})

/**
 * Medusa's cancel first writes a change of the order and applies it after. What a run that died between the two left
 * behind would refuse every later one ("already has an existing active order change"), and the stock would be held and
 * the money kept for good. The caller holds the order's lock: nobody is at such a change now.
 */
async function dropHalfMadeChange(container: MedusaContainer, orderId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const left = await orders.listOrderChanges({ order_id: orderId, status: ["pending"], change_type: "credit_line" } as Record<string, unknown>)
  if (left.length > 0) await orders.deleteOrderChanges(left.map((change) => change.id))
}
