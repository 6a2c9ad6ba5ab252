import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { BuyerReason } from "../modules/order-group/rules/cancel-reasons"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cancelSellerOrderWorkflow } from "./cancel-seller-order"

export type CancelByBuyer = { orderGroupId: string; orderId: string | null; reason: BuyerReason; note: string | null }

/**
 * The buyer takes one order back, or all that have not been shipped yet. With several, each is its own decision: a
 * seller who ships at the same moment keeps that one, and the others are cancelled all the same.
 */
export async function cancelByBuyer(container: MedusaContainer, { orderGroupId, orderId, reason, note }: CancelByBuyer): Promise<void> {
  const [group] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderGroups({ id: orderGroupId, status: "placed" }, { take: 1, relations: ["payments"] })
  if (!group) throw checkoutErrors.orderGroupNotFound()
  const open = group.payments.filter((payment) => ["pending", "applying", "reopening", "paid"].includes(payment.state))
  const wanted = orderId === null ? open.filter((payment) => !payment.shipping_at) : group.payments.filter((payment) => payment.order_id === orderId)
  if (wanted.length === 0) throw orderId !== null ? checkoutErrors.orderGroupNotFound() : open.length > 0 ? checkoutErrors.orderShipping() : checkoutErrors.orderClosed()
  let refusal: unknown
  let canceled = 0
  for (const payment of wanted.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await cancelSellerOrderWorkflow(container).run({ input: { order_id: payment.order_id, to: "canceled", by: { actor: "buyer", reason, note }, paid_too: true } })
      canceled += 1
    } catch (error) {
      refusal = error
    }
  }
  if (canceled === 0) throw refusal
}
