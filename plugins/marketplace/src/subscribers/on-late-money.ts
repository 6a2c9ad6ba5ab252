import { LATE_MONEY_EVENT } from "@cho-phien/cashless-payment"
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { bringLateMoney } from "../workflows/bring-late-money"
import { cashlessPayment } from "../workflows/cashless"
import { tellOfLateMoney } from "../workflows/tell-of-late-money"

type Notice = { event_id: string; intent_id: string }

/** Acknowledged only when the money has found its place and both sides are told: until then the outbox sends the notice again. */
export default async function onLateMoney({ event, container }: SubscriberArgs<Notice>): Promise<void> {
  await bringLateMoney(container, event.data.intent_id, event.data.event_id)
  await tellOfLateMoney(container, event.data.intent_id)
  await cashlessPayment(container).acknowledgeEvent(event.data.event_id)
}

export const config: SubscriberConfig = { event: LATE_MONEY_EVENT, context: { subscriberId: "marketplace-late-money" } }
