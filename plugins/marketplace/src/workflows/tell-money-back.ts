import type { HandTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { moneyBackMessages, type MoneyBackFacts } from "../modules/order-group/rules/money-back-messages"
import { cashlessPayment } from "./cashless"
import { sellerNames } from "../queries/seller-names"
import { peopleOfOrders, phonesOfShops, storefrontLink, tellPeople, type OrderPeople } from "./tell-people"

/** Longer than any outage of the message gateway that nobody repairs. */
const LOOK_BACK_MS = 2 * 86_400_000
const BATCH = 500

/**
 * Tells buyers and shops what they have to do about money that goes back (a shop also of payments of /v1), and what was done. It reads how things stand, so
 * a crash loses no message, and each has its key, so that none is sent twice. Returns how many transfers it looked at.
 */
export async function tellMoneyBack(container: MedusaContainer, now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  for (let looked = 0, after = ""; ; ) {
    const transfers = await cashlessPayment(container).handTransfers.changedSince(since, { after, limit: BATCH })
    looked += transfers.length
    const last = transfers.at(-1)
    if (!last || !(await tellOfAll(container, transfers)) || transfers.length < BATCH) return looked
    after = last.id
  }
}

/** False: no message can leave this house. */
async function tellOfAll(container: MedusaContainer, transfers: HandTransfer[]): Promise<boolean> {
  const people = await peopleOfOrders(container, transfers.flatMap(({ intent_metadata }) => intent_metadata.order_id ?? []))
  const shops = await peopleOfShops(container, transfers.flatMap(({ holder_reference }) => holder_reference ?? []))
  for (const transfer of transfers) {
    const known = people.get(transfer.intent_metadata.order_id ?? "") ?? shops.get(transfer.holder_reference ?? "")
    if (known && !(await tellOf(container, transfer, known))) return false
  }
  return true
}

/** Whom a transfer is about: the people of its order, or without one the shop alone whose account the money lies on. */
type People = Pick<OrderPeople, "orderGroupId" | "shop" | "buyerPhone" | "memberPhones"> & { displayId: number | null }

/** Payments of /v1 have no order; the accounts they were made to have their shops. */
async function peopleOfShops(container: MedusaContainer, references: string[]): Promise<Map<string, People>> {
  const ids = [...new Set(references)]
  const [names, phones] = [await sellerNames(container, ids), await phonesOfShops(container, ids)]
  return new Map([...names].map(([id, name]) => [id, { displayId: null, orderGroupId: null, shop: { id, name }, buyerPhone: null, memberPhones: phones.get(id) ?? [] }]))
}

async function tellOf(container: MedusaContainer, transfer: HandTransfer, people: People): Promise<boolean> {
  const links = { order: storefrontLink(`/don-hang/${people.orderGroupId ?? transfer.intent_metadata.order_group_id ?? ""}`), shop: storefrontLink("/ban-hang/tien/hoan-tien") }
  for (const { to, ...message } of moneyBackMessages(factsOf(transfer, people), links)) {
    const phones = to === "shop" ? people.memberPhones : people.buyerPhone ? [people.buyerPhone] : []
    if ((await tellPeople(container, phones, message)) === "no_provider") return false
  }
  return true
}

function factsOf(transfer: HandTransfer, { displayId, shop }: People): MoneyBackFacts {
  return {
    id: transfer.id,
    state: transfer.state,
    sender: transfer.sender,
    amountVnd: transfer.amount_vnd,
    orderNumber: displayId,
    // What a stranger wrote on a transfer of their own is no words of ours.
    description: transfer.intent_id ? transfer.description : null,
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
