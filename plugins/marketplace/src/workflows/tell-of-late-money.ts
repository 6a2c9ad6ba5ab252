import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { lateMoneyMessages } from "../modules/order-group/rules/late-money-messages"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "./cashless"
import { peopleOfOrders, storefrontLink, tellPeople } from "./tell-people"

/**
 * Tells buyer and shop that a transfer paid an order which had gone over to cash or VNPay, if it did. It reads how things
 * stand and every message has its key, so that it may be repeated.
 */
export async function tellOfLateMoney(container: MedusaContainer, intentId: string): Promise<void> {
  const orderId = (await cashlessPayment(container).retrieveIntent(intentId)).metadata.order_id
  if (!orderId) return
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: orderId, state: "paid", rail: "vietqr" }, { take: 1, relations: ["order_group"] })
  const acts = payment ? await groups.listOrderActs({ order_id: orderId, act: "change_rail", actor: "system" }, { take: 1, order: { created_at: "DESC" } }) : []
  const from = acts[0]?.details?.from
  const people = (await peopleOfOrders(container, [orderId])).get(orderId)
  if (!payment || !people || (from !== "cod" && from !== "vnpay")) return
  const facts = { amountVnd: Number(payment.amount_vnd), from, shipped: payment.shipping_at !== null, orderNumber: people.displayId, shop: people.shop.name } as const
  const links = { orderLink: storefrontLink(`/don-hang/${payment.order_group.id}`), shopLink: storefrontLink(`/ban-hang/don/${orderId}`) }
  for (const { to, text } of lateMoneyMessages({ ...facts, ...links })) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    if ((await tellPeople(container, phones, { template: "paid-by-late-transfer", key: `late-money:${orderId}`, text })) === "no_provider") return
  }
}
