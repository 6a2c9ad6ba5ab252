import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cancelSellerOrderWorkflow } from "./cancel-seller-order"
import { cashlessPayment, type PaymentIntent } from "./cashless"
import { recordSellerPaymentWorkflow } from "./record-seller-payment"

/**
 * Brings the orders behind an intent to where the intent is: succeeded → paid, canceled → expired.
 * Subscribers and jobs all come here; the intent's own record is read anew, so a notice that is late, doubled or
 * out of order changes nothing. Resolves to the intent as it was read. Throws when it could not finish: the notice then
 * stays unacknowledged and returns.
 */
export async function applyIntent(container: MedusaContainer, intentId: string, eventId: string): Promise<PaymentIntent> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const intent = await cashlessPayment(container).retrieveIntent(intentId)
  const payments = await groups.listSellerPayments({ intent_id: intentId })
  if (intent.status === "succeeded") {
    await assertGroupComplete(groups, intent, payments.length)
    const facts = { id: intent.id, status: intent.status, amountVnd: intent.amount_vnd, amountReceivedVnd: intent.amount_received_vnd }
    if (payments.length === 0) await groups.noteUnknownIntent(eventId, facts)
    await eachOf(payments, (payment) => recordSellerPaymentWorkflow(container).run({ input: { sellerPaymentId: payment.id, eventId, intent: facts } }))
  }
  if (intent.status === "canceled") {
    const open = payments.filter(({ state, closed_at }) => state === "pending" || (state === "expired" && !closed_at))
    await eachOf(open, ({ order_id }) => cancelSellerOrderWorkflow(container).run({ input: { order_id, to: "expired", by: { actor: "system" }, paid_too: false, lapsed: { intentId: intent.id } } }))
  }
  return intent
}

/** VNPay pays several shops at once: one order that can't be finished keeps no other from its money. Then its error is thrown. */
async function eachOf<T>(all: T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const one of all) await work(one).catch((error: unknown) => void failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** Money can come before its orders are all there: not now, then. */
async function assertGroupComplete(groups: OrderGroupModuleService, intent: PaymentIntent, found: number): Promise<void> {
  // What a caller of /v1 writes on a payment of its own is no order of ours.
  const groupId = intent.origin === "process" ? intent.metadata.order_group_id : undefined
  if (!groupId) return
  const [group] = await groups.listOrderGroups({ id: groupId }, { take: 1 })
  if (group && (group.status === "creating" || found === 0)) throw new Error(`Order group ${groupId} of intent ${intent.id} is still being placed`)
}
