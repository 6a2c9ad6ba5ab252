import type { HandTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { moneyBackMessages, type MoneyBackFacts } from "../modules/order-group/rules/money-back-messages"
import { cashlessPayment } from "./cashless"
import { peopleOfOrders, storefrontLink, tellPeople, type OrderPeople } from "./tell-people"

/** Longer than any outage of the message gateway that nobody repairs. */
const LOOK_BACK_MS = 2 * 86_400_000

/**
 * Tells buyers and shops what they have to do about money that goes back, and what was done. It reads how things stand, so
 * a crash loses no message, and each has its key, so that none is sent twice. Returns how many transfers it looked at.
 */
export async function tellMoneyBack(container: MedusaContainer, now = new Date()): Promise<number> {
  const transfers = await cashlessPayment(container).handTransfers.changedSince(new Date(now.getTime() - LOOK_BACK_MS))
  const people = await peopleOfOrders(container, transfers.flatMap(({ intent_metadata }) => intent_metadata.order_id ?? []))
  for (const transfer of transfers) {
    const known = people.get(transfer.intent_metadata.order_id ?? "")
    if (known && !(await tellOf(container, transfer, known))) break
  }
  return transfers.length
}

async function tellOf(container: MedusaContainer, transfer: HandTransfer, people: OrderPeople): Promise<boolean> {
  const links = { order: storefrontLink(`/don-hang/${people.orderGroupId ?? transfer.intent_metadata.order_group_id ?? ""}`), shop: storefrontLink("/ban-hang/tien/hoan-tien") }
  for (const { to, ...message } of moneyBackMessages(factsOf(transfer, people), links)) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    if ((await tellPeople(container, phones, message)) === "no_provider") return false
  }
  return true
}

function factsOf(transfer: HandTransfer, { displayId, shop }: OrderPeople): MoneyBackFacts {
  return {
    id: transfer.id,
    state: transfer.state,
    sender: transfer.sender,
    amountVnd: transfer.amount_vnd,
    orderNumber: displayId,
    shop: shop.name,
    accountKnown: transfer.to !== null,
    accountVersion: transfer.account_version,
    dueOn: transfer.due_on,
    remindedAt: transfer.reminded_at,
    sentAt: transfer.sent_at,
    bankReference: transfer.bank_reference,
    problemAt: transfer.problem?.at ?? null,
    finishedAt: transfer.finished_at,
    confirmedBy: transfer.confirmed_by,
  }
}
