import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { itemsCanceledMessage } from "../modules/order-group/rules/cancel-messages"
import { peopleOfOrders, storefrontLink, tellPeople } from "../workflows/tell-people"

type ItemsCanceled = { order_id: string; order_group_id: string; amount_vnd: number; refunded: boolean }

/** Lines were taken out of an order by its shop: the buyer is told. */
export default async function onSellerOrderItemsCanceled({ event: { data }, container }: SubscriberArgs<ItemsCanceled>): Promise<void> {
  const people = (await peopleOfOrders(container, [data.order_id])).get(data.order_id)
  if (!people?.buyerPhone) return
  const text = itemsCanceledMessage({ amountVnd: data.amount_vnd, refunded: data.refunded, orderNumber: people.displayId, shop: people.shop.name, orderLink: storefrontLink(`/don-hang/${data.order_group_id}`) })
  await tellPeople(container, [people.buyerPhone], { template: "order-items-canceled", text })
}

export const config: SubscriberConfig = { event: "seller_order.items_canceled", context: { subscriberId: "marketplace-tells-of-canceled-lines" } }
