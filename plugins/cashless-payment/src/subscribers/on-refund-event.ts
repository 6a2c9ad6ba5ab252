import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

type Notice = { event_id: string; intent_id: string }

/** A rejected refund is said aloud; its successor waits at the desk. Acknowledged, so that the outbox is done with it. */
export default async function onRefundEvent({ event, container }: SubscriberArgs<Notice>): Promise<void> {
  if (event.name === "refund.failed") {
    container.resolve("logger").error(`VNPay rejected a refund of payment ${event.data.intent_id}: transfer it by hand (Admin → refunds).`)
  }
  await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).acknowledgeEvent(event.data.event_id)
}

export const config: SubscriberConfig = {
  event: ["refund.created", "refund.updated", "refund.failed"],
  context: { subscriberId: "cashless-payment-refund-event" },
}
