import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { postSale } from "../workflows/post-sale"

/** A paid order goes into the books at once; when this is lost the sweep does it. */
export default async function onSellerOrderPaid({ event: { data }, container }: SubscriberArgs<{ order_id: string }>): Promise<void> {
  const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: data.order_id }, { take: 1, select: ["id"] })
  if (payment) await postSale(container, payment.id)
}

export const config: SubscriberConfig = { event: "seller_order.paid", context: { subscriberId: "marketplace-books-sale" } }
