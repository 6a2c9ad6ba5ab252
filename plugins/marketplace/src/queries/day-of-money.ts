import { addDays, type CivilDate } from "@cho-phien/administrative-units"
import { isStray, STRAY_REASONS } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type { SaleParts } from "../modules/ledger/rules/sale-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { GivenBack, ReportedPayment, UnmatchedMoney } from "../modules/reconciliation/rules/compare-day"
import { cashlessPayment } from "../workflows/cashless"
import { chargeKey, houseHas } from "../workflows/post-charge"
import { saleKey } from "../workflows/post-sale"

const BATCH = 500

/** Rails whose money somebody else counts as well: the gateway or a bank. Cash on delivery is counted by nobody but us. */
const COUNTED_RAILS = ["vnpay", "vietqr"]

/**
 * A day's money from its three sides. A payment belongs to the day it succeeded; orders that are paid without a payment
 * that succeeded belong to the day they were paid. What a caller of /v1 had paid to another's bank account is no money of
 * the fair, and its caller's to count.
 */
export async function fetchDayOfMoney(container: MedusaContainer, day: CivilDate): Promise<{ payments: ReportedPayment[]; unmatched: UnmatchedMoney[]; givenBack: GivenBack[] }> {
  const within = { $gte: new Date(`${day}T00:00:00+07:00`), $lt: new Date(`${addDays(day, 1)}T00:00:00+07:00`) }
  const cashless = cashlessPayment(container)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const succeeded = await all((page) => cashless.listPaymentIntents({ succeeded_at: within, rail: COUNTED_RAILS as never }, { ...page, select: ["id"] }))
  const paidToday = await all((page) => groups.listSellerPayments({ paid_at: within, rail: COUNTED_RAILS as never }, { ...page, select: ["id", "intent_id"] }))
  const intentIds = [...new Set([...succeeded.map(({ id }) => id), ...paidToday.flatMap(({ intent_id }) => intent_id ?? [])])]
  const payments: ReportedPayment[] = []
  for (let at = 0; at < intentIds.length; at += BATCH) payments.push(...(await reportPayments(container, intentIds.slice(at, at + BATCH), within)))
  const strays = await all((page) => cashless.listBankTransactions({ booked_at: within, direction: "in", state: "unmatched" }, page))
  const unmatched = strays.map((row) => ({ transactionId: row.id, rail: row.provider === "vnpay" ? "vnpay" : "vietqr", amountVnd: Number(row.amount_vnd) }))
  const returned = await all((page) => cashless.listBankTransactions({ booked_at: within, direction: "in", state: "matched", provider: "vnpay", reason: [...STRAY_REASONS] }, page))
  const givenBack = returned.map((row) => ({ rail: "vnpay", amountVnd: Number(row.amount_vnd) }))
  return { payments, unmatched, givenBack }
}

async function reportPayments(container: MedusaContainer, intentIds: string[], within: { $gte: Date; $lt: Date }): Promise<ReportedPayment[]> {
  const cashless = cashlessPayment(container)
  const intents = await cashless.listPaymentIntents({ id: intentIds }, { take: BATCH, relations: ["bank_transactions"] })
  const rows = await all((page) => container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ intent_id: intentIds }, page))
  const charges = intents.filter(({ origin }) => origin === "api")
  const keys = [...rows.map(({ id }) => saleKey(id)), ...charges.map(({ id }) => chargeKey(id))]
  const journals = await container.resolve<LedgerModuleService>(LEDGER_MODULE).listLedgerJournals({ key: keys }, { take: Math.max(1, keys.length) })
  const booked = new Map(journals.map((journal) => [journal.key, grossOf(journal.facts as unknown as SaleParts | { amountVnd: number })]))
  return intents
    .filter((intent) => intent.origin !== "api" || houseHas(intent) !== null)
    .filter((intent) => intent.succeeded_at === null || (new Date(intent.succeeded_at) >= within.$gte && new Date(intent.succeeded_at) < within.$lt))
    .map((intent) => ({
      intentId: intent.id,
      rail: intent.rail,
      succeeded: intent.succeeded_at !== null,
      gatewayVnd: intent.bank_transactions
        .filter(({ state, direction, reason }) => state === "matched" && direction === "in" && !isStray(reason))
        .reduce((sum, row) => sum + Number(row.amount_vnd) - Number(row.surplus_vnd), 0),
      orders: rows
        .filter((row) => row.intent_id === intent.id)
        .map((row) => ({ orderId: row.order_id, amountVnd: Number(row.amount_vnd), paid: row.paid_at !== null, bookedVnd: booked.get(saleKey(row.id)) ?? null })),
      ...(intent.origin === "api" && { charge: { amountVnd: Number(intent.amount_vnd), bookedVnd: booked.get(chargeKey(intent.id)) ?? null } }),
    }))
}

function grossOf(facts: SaleParts | { amountVnd: number }): number {
  return "amountVnd" in facts ? facts.amountVnd : facts.goodsVnd + facts.shippingVnd
}

/** All pages of a list, in a fixed order. */
async function all<T>(list: (page: { take: number; skip: number; order: { id: "ASC" } }) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = []
  for (let skip = 0; ; skip += BATCH) {
    const page = await list({ take: BATCH, skip, order: { id: "ASC" } })
    rows.push(...page)
    if (page.length < BATCH) return rows
  }
}
