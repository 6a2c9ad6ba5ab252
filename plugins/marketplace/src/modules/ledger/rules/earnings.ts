import type { CivilDate } from "@cho-phien/administrative-units"
import type { SaleFacts, SaleParts } from "./sale-postings"

/** A sale or refund of one order as the books have it. */
export type OrderJournal = { kind: "sale" | "direct_sale" | "refund" | "direct_refund"; day: CivilDate; orderId: string; facts: SaleParts & Pick<SaleFacts, "rail" | "taxMode"> }

export type OrderEarnings = {
  orderId: string
  /** The day it was paid; for an order paid before the period, that of its first refund in it. */
  day: CivilDate
  rail: string
  /** Paid by the buyer: goods and shipping. */
  grossVnd: number
  goodsVnd: number
  shippingVnd: number
  commissionVnd: number
  /** Withheld; a tax that is only reported takes nothing. */
  taxVnd: number
  refundVnd: number
  /** What is the seller's in the end: gross − refunds − commission − tax, each after refunds. */
  netVnd: number
}

/** What each order brought, newest first. Commission and tax are those that stay after refunds. */
export function earningsByOrder(journals: OrderJournal[]): OrderEarnings[] {
  const orders = new Map<string, OrderEarnings>()
  for (const { kind, day, orderId, facts } of [...journals].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const order = orders.get(orderId) ?? { orderId, day, rail: facts.rail, grossVnd: 0, goodsVnd: 0, shippingVnd: 0, commissionVnd: 0, taxVnd: 0, refundVnd: 0, netVnd: 0 }
    const sold = kind === "sale" || kind === "direct_sale"
    const sign = sold ? 1 : -1
    const paidVnd = facts.goodsVnd + facts.shippingVnd
    const taxVnd = facts.taxMode === "WITHHOLD" ? facts.vatVnd + facts.pitVnd : 0
    if (sold) {
      order.grossVnd += paidVnd
      order.goodsVnd += facts.goodsVnd
      order.shippingVnd += facts.shippingVnd
    } else {
      order.refundVnd += paidVnd
    }
    order.commissionVnd += sign * facts.commissionVnd
    order.taxVnd += sign * taxVnd
    order.netVnd += sign * (paidVnd - facts.commissionVnd - taxVnd)
    orders.set(orderId, order)
  }
  return [...orders.values()].reverse()
}
