import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { applyIntent } from "../workflows/apply-intent"
import { cashlessPayment } from "../workflows/cashless"

type Notice = { event_id: string; intent_id: string }

/** An intent that ran out takes its unpaid orders with it and frees their stock. */
export default async function onPaymentIntentCanceled({ event, container }: SubscriberArgs<Notice>): Promise<void> {
  await applyIntent(container, event.data.intent_id, event.data.event_id)
  await cashlessPayment(container).acknowledgeEvent(event.data.event_id)
}

export const config: SubscriberConfig = { event: "payment_intent.canceled", context: { subscriberId: "marketplace-payment-intent-canceled" } }
