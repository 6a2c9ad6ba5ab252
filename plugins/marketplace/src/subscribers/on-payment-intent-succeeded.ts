import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { applyIntent } from "../workflows/apply-intent"
import { postApiFee } from "../workflows/post-api-fee"
import { cashlessPayment } from "../workflows/cashless"
import { postCharge } from "../workflows/post-charge"

type Notice = { event_id: string; intent_id: string }

/** Acknowledged only when the orders are paid and what /v1 brought is booked: until then the outbox sends the notice again. */
export default async function onPaymentIntentSucceeded({ event, container }: SubscriberArgs<Notice>): Promise<void> {
  const intent = await applyIntent(container, event.data.intent_id, event.data.event_id)
  await postApiFee(container, intent)
  await postCharge(container, intent)
  await cashlessPayment(container).acknowledgeEvent(event.data.event_id)
}

export const config: SubscriberConfig = { event: "payment_intent.succeeded", context: { subscriberId: "marketplace-payment-intent-succeeded" } }
