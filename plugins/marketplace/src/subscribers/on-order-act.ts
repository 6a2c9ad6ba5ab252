import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellOrderActs } from "../workflows/tell-order-acts"

/** Those concerned are told at once; when this is lost the job does it within the minute. */
export default async function onOrderAct({ event: { data }, container }: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await tellOrderActs(container, data.order_id)
}

export const config: SubscriberConfig = {
  event: ["seller_order.canceled", "seller_order.items_canceled", "seller_order.received"],
  context: { subscriberId: "marketplace-tells-of-acts" },
}
