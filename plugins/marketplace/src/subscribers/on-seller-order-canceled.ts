import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { cancelMessages, type CanceledFacts } from "../modules/order-group/rules/cancel-messages"
import { peopleOfOrders, storefrontLink, tellPeople } from "../workflows/tell-people"

type Canceled = { order_id: string; order_group_id: string; by: CanceledFacts["by"]; paid: boolean }

/** An order was called off: whoever did not do it is told. */
export default async function onSellerOrderCanceled({ event: { data }, container }: SubscriberArgs<Canceled>): Promise<void> {
  const people = (await peopleOfOrders(container, [data.order_id])).get(data.order_id)
  if (!people) return
  const links = { orderLink: storefrontLink(`/don-hang/${data.order_group_id}`), shopLink: storefrontLink(`/ban-hang/don/${data.order_id}`) }
  for (const { to, text } of cancelMessages({ by: data.by, paid: data.paid, orderNumber: people.displayId, shop: people.shop.name, ...links })) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    if (!(await tellPeople(container, phones, { template: "order-canceled", key: `order-canceled:${data.order_id}`, text }))) return
  }
}

export const config: SubscriberConfig = { event: "seller_order.canceled", context: { subscriberId: "marketplace-tells-of-cancel" } }
