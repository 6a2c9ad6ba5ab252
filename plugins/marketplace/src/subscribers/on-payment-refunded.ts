import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { postSale } from "../workflows/post-sale"

/** A refund, whole or in part, takes its share of commission and tax back; when this is lost the sweep does it. */
export default async function onPaymentRefunded({ event: { data }, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const [payment] = await container.resolve(Modules.PAYMENT).listPayments({ id: data.id }, { take: 1 })
  if (!payment) return
  const [sold] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ payment_collection_id: payment.payment_collection_id }, { take: 1, select: ["id"] })
  if (sold) await postSale(container, sold.id)
}

export const config: SubscriberConfig = { event: "payment.refunded", context: { subscriberId: "marketplace-books-refund" } }
