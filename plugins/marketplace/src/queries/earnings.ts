import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import { earningsByCharge, type ChargeEarnings, type ChargeJournal } from "../modules/ledger/rules/charge-earnings"
import { earningsByOrder, type OrderEarnings, type OrderJournal } from "../modules/ledger/rules/earnings"
import { statementPage } from "../modules/ledger/rules/statement-page"
import type LedgerModuleService from "../modules/ledger/service"
import type { Period } from "../modules/order-group/rules/listing-sales"
import { PAYOUT_MODULE } from "../modules/payout"
import type PayoutModuleService from "../modules/payout/service"
import { heldFrom, payoutSettings } from "../workflows/payout-settings"
import { fetchOtherFacts, type OtherFact } from "./other-facts"

type PayoutState = "in_transit" | "paid" | "failed" | "reversed"

export type Earnings = {
  period: Period
  /** Today, whatever the period. */
  now: { payable_vnd: number; held_vnd: number; receivable_vnd: number; in_transit_vnd: number }
  orders: (OrderEarnings & { displayId: number })[]
  /** How many orders, charges and other facts there are on all pages. */
  count: number
  others: OtherFact[]
  /** There are older ones in the period than are in `others`. */
  moreOthers: boolean
  /** Payments of /v1 that VNPay brought for the shop; they have no order. */
  charges: ChargeEarnings[]
  payouts: { day: string; amount_vnd: number; netted_vnd: number; state: PayoutState; reference: string; account: string; reason: string | null }[]
}

/** The most a page or a file shows; a shop sells far less in a period. */
const MOST_JOURNALS = 20_000

/** A shop's money: what each order of the period brought, what else was booked (of one page of both, where one is asked for), what was paid out, and what is still to come. */
export async function fetchEarnings(container: MedusaContainer, sellerId: string, period: Period, page: { limit: number; offset: number } | null = null): Promise<Earnings> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const journals = await ledger.listLedgerJournals(
    { seller_id: sellerId, kind: ["sale", "direct_sale", "refund", "direct_refund"], day: { $gte: period.from, $lte: period.to } },
    { take: MOST_JOURNALS, order: { occurred_at: "ASC", id: "ASC" } },
  )
  const all = earningsByOrder(journals.map((row) => ({ kind: row.kind, day: row.day, orderId: row.order_id ?? "", facts: row.facts }) as unknown as OrderJournal))
  const { others: facts, more: moreOthers } = await fetchOtherFacts(ledger, sellerId, period, MOST_JOURNALS)
  const allCharges = earningsByCharge(await chargeJournals(ledger, sellerId, period))
  const { orders, charges, others, count } = statementPage({ orders: all, charges: allCharges, others: facts }, page ?? { limit: Infinity, offset: 0 })
  const displayIds = await orderNumbers(container, orders.map(({ orderId }) => orderId))
  const { holdDays, undeliveredDays } = payoutSettings()
  const [balance] = await ledger.sellerBalances({ heldFrom: heldFrom(holdDays, todayInVietnam()), undeliveredDays, sellerId })
  const lines = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).listPayoutLines({ seller_id: sellerId, state: ["in_transit", "paid", "failed", "reversed"] }, { take: 1_000, order: { created_at: "DESC" } })
  return {
    period,
    now: {
      payable_vnd: balance?.payable_vnd ?? 0,
      held_vnd: balance?.held_vnd ?? 0,
      receivable_vnd: balance?.receivable_vnd ?? 0,
      in_transit_vnd: lines.filter(({ state }) => state === "in_transit").reduce((sum, line) => sum + Number(line.amount_vnd), 0),
    },
    count,
    others,
    moreOthers,
    orders: orders.map((order) => ({ ...order, displayId: displayIds.get(order.orderId) ?? 0 })),
    charges,
    payouts: lines
      .map((line) => ({
        day: todayInVietnam(new Date(line.reversed_at ?? line.settled_at ?? line.created_at)),
        amount_vnd: Number(line.amount_vnd),
        netted_vnd: Number(line.netted_vnd),
        state: line.state as PayoutState,
        reference: line.reference,
        account: `${line.bank_name} …${line.account_number.slice(-4)}`,
        reason: line.state === "failed" || line.state === "reversed" ? reasonInWords(line.failure) : null,
      }))
      .filter(({ day, state }) => state === "in_transit" || (day >= period.from && day <= period.to)),
  }
}

async function chargeJournals(ledger: LedgerModuleService, sellerId: string, period: Period): Promise<ChargeJournal[]> {
  const rows = await ledger.listLedgerJournals(
    { seller_id: sellerId, kind: ["destination_charge", "charge_refund", "charge_refund_failed"], day: { $gte: period.from, $lte: period.to } },
    { take: MOST_JOURNALS, order: { occurred_at: "ASC", id: "ASC" } },
  )
  // A fee that is no longer owed of money on the shop's own account is no money that came through the house.
  const collected = rows.filter(({ facts }) => (facts as { rail: string }).rail === "vnpay")
  return collected.map((row) => ({ kind: row.kind, day: row.day, intentId: row.intent_id ?? "", description: String((row.facts as { description?: string }).description ?? ""), facts: row.facts }) as unknown as ChargeJournal)
}

/** What stands there where payOS gave no reason: for the operator's page, which has words for it. */
const NO_REASON = ["failed", "reversed", "payOS"]

const reasonInWords = (failure: string | null): string | null => (failure && !NO_REASON.includes(failure) ? failure : null)

async function orderNumbers(container: MedusaContainer, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "display_id"], filters: { id: ids } })
  return new Map((data as unknown as { id: string; display_id: number }[]).map((order) => [order.id, Number(order.display_id)]))
}
