import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import { lateMoneyMessages } from "../modules/order-group/rules/late-money-messages"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "./cashless"
import { peopleOfOrders, storefrontLink, tellPeople } from "./tell-people"

const GIVE_UP_AFTER_MS = 2 * 86_400_000

/**
 * Tells buyer and shop that a transfer paid an order which had gone over to cash or VNPay, if it did. It reads how things
 * stand and every message has its key, so that it may be repeated; it throws while there is something left to be told.
 */
export async function tellOfLateMoney(container: MedusaContainer, intentId: string): Promise<void> {
  const orderId = (await cashlessPayment(container).retrieveIntent(intentId)).metadata.order_id
  if (!orderId) return
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: orderId, rail: "vietqr" }, { take: 1, relations: ["order_group"] })
  const acts = payment ? await groups.listOrderActs({ order_id: orderId, act: "change_rail", actor: "system" }, { take: 1, order: { created_at: "DESC" } }) : []
  const from = acts[0]?.details?.from
  const people = (await peopleOfOrders(container, [orderId])).get(orderId)
  if (!payment || !people || (from !== "cod" && from !== "vnpay")) return
  // Its money is there, and is only just being counted.
  if (payment.state === "pending" || payment.state === "applying") throw checkoutErrors.paymentInProgress()
  if (payment.state !== "paid") return
  const facts = { amountVnd: Number(payment.amount_vnd), from, shipped: payment.shipping_at !== null, orderNumber: people.displayId, shop: people.shop.name } as const
  const links = { orderLink: storefrontLink(`/don-hang/${payment.order_group.id}`), shopLink: storefrontLink(`/ban-hang/don/${orderId}`) }
  let failed = false
  for (const { to, text } of lateMoneyMessages({ ...facts, ...links })) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    const telling = await tellPeople(container, phones, { template: "paid-by-late-transfer", key: `late-money:${orderId}`, text })
    if (telling === "no_provider") return
    failed ||= telling === "failed"
  }
  // A number that is dead is given up after a while.
  if (failed && Date.now() - new Date(acts[0]!.created_at).getTime() < GIVE_UP_AFTER_MS) throw new Error(`That late money paid ${orderId} is not told to everybody yet`)
}
