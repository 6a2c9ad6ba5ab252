import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cancelSellerOrderWorkflow } from "./cancel-seller-order"
import { cashlessPayment, type PaymentIntent } from "./cashless"
import { recordSellerPaymentWorkflow } from "./record-seller-payment"

/**
 * Brings the orders behind an intent to where the intent is: succeeded → paid, canceled → expired.
 * Subscribers and jobs all come here; the intent's own record is read anew, so a notice that is late, doubled or
 * out of order changes nothing. Throws when it could not finish: the notice then stays unacknowledged and returns.
 */
export async function applyIntent(container: MedusaContainer, intentId: string, eventId: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const intent = await cashlessPayment(container).retrieveIntent(intentId)
  const payments = await groups.listSellerPayments({ intent_id: intentId })
  if (intent.status === "succeeded") {
    await assertGroupComplete(groups, intent, payments.length)
    const facts = { id: intent.id, status: intent.status, amountVnd: intent.amount_vnd, amountReceivedVnd: intent.amount_received_vnd }
    if (payments.length === 0) await groups.noteUnknownIntent(eventId, facts)
    for (const payment of payments) {
      await recordSellerPaymentWorkflow(container).run({ input: { sellerPaymentId: payment.id, eventId, intent: facts } })
    }
  }
  if (intent.status === "canceled") {
    for (const payment of payments) {
      if (payment.state === "pending" || (payment.state === "expired" && !payment.closed_at)) {
        await cancelSellerOrderWorkflow(container).run({ input: { order_id: payment.order_id, to: "expired", by: { actor: "system" }, paid_too: false, lapsed: { intentId: intent.id } } })
      }
    }
  }
}

/** Money can come before its orders are all there: not now, then. */
async function assertGroupComplete(groups: OrderGroupModuleService, intent: PaymentIntent, found: number): Promise<void> {
  // What a caller of /v1 writes on a payment of its own is no order of ours.
  const groupId = intent.origin === "process" ? intent.metadata.order_group_id : undefined
  if (!groupId) return
  const [group] = await groups.listOrderGroups({ id: groupId }, { take: 1 })
  if (group && (group.status === "creating" || found === 0)) throw new Error(`Order group ${groupId} of intent ${intent.id} is still being placed`)
}
