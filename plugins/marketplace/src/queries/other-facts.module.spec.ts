import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { apiFeeEntries } from "../modules/ledger/rules/api-fee"
import { destinationRefundEntries, feeRefundEntries, reversed } from "../modules/ledger/rules/charge-postings"
import type { Entry, JournalKind } from "../modules/ledger/rules/journal"
import { refundInSellersSteadEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { fetchOtherFacts } from "./other-facts"

const period = { from: "2026-11-01", to: "2026-11-30" }
let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../.medusa/server/src/modules/ledger"), "spec_marketplace_other_facts")
  ledger = running.service
})
afterAll(() => running?.stop())

let serial = 0
const post = (kind: JournalKind, sellerId: string, entries: Entry[], { facts = {}, on = 20 }: { facts?: Record<string, unknown>; on?: number } = {}) =>
  ledger.post({ key: `${kind}:${(serial += 1)}`, kind, occurredAt: new Date(`2026-11-${on}T03:00:00Z`), day: `2026-11-${on}`, sellerId, intentId: `pi_${serial}`, facts, entries })

test("the fee of a payment to the shop's own account stands there, and what of it was given back", async () => {
  await post("api_fee", "sel_fee", apiFeeEntries("sel_fee", 900), { on: 20 })
  await post("charge_refund", "sel_fee", feeRefundEntries("sel_fee", 400), { on: 21, facts: { rail: "vietqr" } })
  await post("charge_refund_failed", "sel_fee", reversed(feeRefundEntries("sel_fee", 400)), { on: 22, facts: { rail: "vietqr" } })
  // It stands with its payment, among the charges.
  await post("charge_refund", "sel_fee", destinationRefundEntries("sel_fee", { amountVnd: 50_000, transferReversedVnd: 50_000, feeRefundedVnd: 2_500 }), { on: 23, facts: { rail: "vnpay" } })
  const fee = (on: number, amount_vnd: number) => ({ day: `2026-11-${on}`, what: "api_fee", amount_vnd })
  expect(await fetchOtherFacts(ledger, "sel_fee", period, 9)).toEqual({ others: [fee(22, -400), fee(21, 400), fee(20, -900)], more: false })
  expect((await fetchOtherFacts(ledger, "sel_fee", { from: "2026-11-21", to: "2026-11-21" }, 9)).others).toEqual([fee(21, 400)])
})

test("a correction over two shops is in the statement of both, each with its own part", async () => {
  const id = await ledger.proposeAdjustment({
    reference: "two_shops", reason: "Ghi nhầm gian hàng", proposedBy: "user_maker",
    entries: [{ account: "seller_payable", seller_id: "sel_one", amount_vnd: 7_000 }, { account: "seller_payable", seller_id: "sel_two", amount_vnd: -5_000 }, { account: "commission_revenue", seller_id: null, amount_vnd: -2_000 }],
  })
  await ledger.postAdjustment(id, "user_other", "Đã đối chiếu")
  const always = { from: "2020-01-01", to: "2099-12-31" }
  const amounts = async (sellerId: string) => (await fetchOtherFacts(ledger, sellerId, always, 9)).others.map(({ what, amount_vnd }) => [what, amount_vnd])
  expect(await amounts("sel_one")).toEqual([["adjustment", -7_000]])
  expect(await amounts("sel_two")).toEqual([["adjustment", 5_000]])
  expect(await amounts("sel_none")).toEqual([])
})

test("where there are more than fit, the newest are there and it is said", async () => {
  for (const on of [20, 21, 22]) await post("refund_executed", "sel_many", refundInSellersSteadEntries("sel_many", on * 1_000), { on })
  const newest = await fetchOtherFacts(ledger, "sel_many", period, 2)
  expect(newest).toMatchObject({ others: [{ amount_vnd: -22_000 }, { amount_vnd: -21_000 }], more: true })
  expect(await fetchOtherFacts(ledger, "sel_many", period, 3)).toMatchObject({ others: { length: 3 }, more: false })
})
