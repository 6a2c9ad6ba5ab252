import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "../workflows/cashless"

/**
 * A failed attempt, one that VNPay is checking, or a part of the money changes no order: the buyer may try again until the time is over, and the
 * order page reads what has come from the intent itself. Open pages are told to look. Acknowledged, so that the
 * outbox is done with it.
 */
export default async function onPaymentIntentProgress({ event, container }: SubscriberArgs<{ event_id: string; intent_id: string }>): Promise<void> {
  await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).touchPayments(event.data.intent_id)
  await cashlessPayment(container).acknowledgeEvent(event.data.event_id)
}

export const config: SubscriberConfig = {
  event: ["payment_intent.processing", "payment_intent.payment_failed", "payment_intent.partially_funded"],
  context: { subscriberId: "marketplace-payment-intent-progress" },
}
