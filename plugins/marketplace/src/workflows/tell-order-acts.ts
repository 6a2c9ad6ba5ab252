import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { ActToTell } from "../modules/order-group/operations/telling"
import { cancelMessages, itemsCanceledMessage } from "../modules/order-group/rules/cancel-messages"
import { cashTooMessage } from "../modules/order-group/rules/cash-too-messages"
import { receivedMessage } from "../modules/order-group/rules/received-message"
import { shipUndoneMessage } from "../modules/order-group/rules/ship-undone-message"
import type OrderGroupModuleService from "../modules/order-group/service"
import { peopleOfOrders, storefrontLink, tellPeople, type OrderPeople, type PersonMessage } from "./tell-people"

const BATCH = 50

/**
 * Tells those concerned of what was done to orders: of one order when it has just happened, of all every minute. What is
 * still to be told stands in the act's own line, so a crash loses no message, and each has its key, so that none is sent
 * twice. Returns how many acts it looked at.
 */
export async function tellOrderActs(container: MedusaContainer, orderId?: string): Promise<number> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  for (let told = 0; ; ) {
    const acts = await groups.takeActsToTell(BATCH, orderId)
    const people = await peopleOfOrders(container, acts.filter((act) => !isNoNews(act)).map((act) => act.orderId))
    for (const act of acts) {
      if (await tellOf(container, act, people.get(act.orderId))) await groups.actTold(act.id)
      else await groups.tellLater(act.id)
    }
    told += acts.length
    if (acts.length < BATCH) return told
  }
}

/** An order that lapsed unpaid: cheaply, because there are many. */
const isNoNews = ({ act, by, amountVnd }: ActToTell) => act === "cancel" && by === "system" && amountVnd === 0

async function tellOf(container: MedusaContainer, act: ActToTell, people: OrderPeople | undefined): Promise<boolean> {
  if (!people) return true
  for (const { to, ...message } of messagesOf(act, people)) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    if ((await tellPeople(container, phones, message)) !== "told") return false
  }
  return true
}

function messagesOf(act: ActToTell, { displayId, shop }: OrderPeople): (PersonMessage & { to: "buyer" | "shop" })[] {
  const [orderLink, shopLink] = [storefrontLink(`/don-hang/${act.orderGroupId}`), storefrontLink(`/ban-hang/don/${act.orderId}`)]
  const order = { orderNumber: displayId, shop: shop.name, orderLink, shopLink }
  switch (act.act) {
    case "cancel":
    case "refused_at_door":
      return cancelMessages({ ...order, by: act.by, paid: act.amountVnd > 0 }).map((message) => ({ ...message, template: "order-canceled", key: `order-canceled:${act.orderId}` }))
    case "cancel_items":
      return [{ to: "buyer", template: "order-items-canceled", key: `order-items-canceled:${act.id}`, text: itemsCanceledMessage({ ...order, amountVnd: act.amountVnd, refunded: act.details?.paid === true }) }]
    case "ship_undone":
      return [{ to: "shop", template: "ship-undone", key: `ship-undone:${act.id}`, text: shipUndoneMessage({ ...order }) }]
    case "receive":
      return [{ to: "shop", template: "order-received", key: `order-received:${act.orderId}`, text: receivedMessage({ ...order, paidOut: act.rail === "vnpay" }) }]
    case "cash_held":
    case "cash_returned":
    case "cash_missing":
      return [cashTooMessage({ ...order, act: act.act, actId: act.id, orderId: act.orderId, amountVnd: act.amountVnd })]
    default:
      return []
  }
}
