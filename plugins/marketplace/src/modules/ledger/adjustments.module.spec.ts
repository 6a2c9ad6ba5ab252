import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { createPgConnection } from "@medusajs/framework/utils"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { apiFeeEntries } from "./rules/api-fee"
import { saleEntries, type SaleFacts } from "./rules/sale-postings"
import type LedgerModuleService from "./service"

const DATABASE = "spec_marketplace_ledger_adjustments"
const facts: SaleFacts = { goodsVnd: 150_000, shippingVnd: 30_000, commissionVnd: 7_500, vatVnd: 0, pitVnd: 0, rail: "vnpay", taxMode: "OFF", collectedByPlatform: true }
const NET = 172_500

let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService
let db: ReturnType<typeof createPgConnection>

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../../.medusa/server/src/modules/ledger"), DATABASE)
  ledger = running.service
  const url = new URL(process.env.TEST_DATABASE_URL!)
  url.pathname = `/${DATABASE}`
  db = createPgConnection({ clientUrl: url.href, schema: "public" })
})
afterAll(async () => {
  await db?.destroy()
  await running?.stop()
})

let serial = 0
const propose = (amountVnd = 5_000, reference = `ref_${(serial += 1)}`) =>
  ledger.proposeAdjustment({ reference, reason: "Trả nhầm phí", proposedBy: "user_maker", entries: [{ account: "commission_revenue", seller_id: null, amount_vnd: amountVnd }, { account: "seller_payable", seller_id: "sel_adj", amount_vnd: -amountVnd }] })
const payable = async (sellerId: string) => (await ledger.sellerBalances({ heldFrom: new Date(), sellerId }))[0]?.payable_vnd ?? 0

describe("a correction needs two people", () => {
  test("it is in the books only once another has approved it, and once", async () => {
    const id = await propose()
    expect(await payable("sel_adj")).toBe(0)
    await expect(ledger.postAdjustment(id, "user_maker", "tự duyệt")).rejects.toMatchObject({ code: "ledger.same_person", status: 403 })
    const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => ledger.postAdjustment(id, `user_${n}`, "Đã đối chiếu")))
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await payable("sel_adj")).toBe(5_000)
    const [row] = await ledger.listLedgerAdjustments({ id })
    expect(row).toMatchObject({ state: "posted", decision_note: "Đã đối chiếu", decided_by: expect.stringMatching(/^user_[1-4]$/) as string })
    await expect(ledger.refuseAdjustment(id, "user_2", "muộn rồi")).rejects.toMatchObject({ code: "ledger.adjustment_decided" })
  })

  test("the same reference is one proposal, however many at once; a refused one books nothing", async () => {
    const reference = `ref_${(serial += 1)}`
    const answers = await Promise.allSettled([1, 2, 3].map(() => propose(7_000, reference)))
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const before = await payable("sel_adj")
    const [{ id } = { id: "" }] = await ledger.listLedgerAdjustments({ reference })
    await ledger.refuseAdjustment(id, "user_maker", "tự rút lại")
    await expect(ledger.postAdjustment(id, "user_2", "muộn rồi")).rejects.toMatchObject({ code: "ledger.adjustment_decided" })
    expect(await payable("sel_adj")).toBe(before)
  })

  test("the database refuses what a program would do past it", async () => {
    const id = await propose()
    await expect(db("ledger_adjustment").where({ id }).update({ state: "posted", decided_by: "user_maker", journal_id: "x" })).rejects.toThrow(/four_eyes/)
    await expect(db("ledger_adjustment").where({ id }).update({ entries: "[]" })).rejects.toThrow(/frozen/)
    await expect(db("ledger_adjustment").where({ id }).delete()).rejects.toThrow(/frozen/)
    const journal = db.transaction(async (tx) => {
      await tx("ledger_journal").insert({ id: "j_alone", key: "j_alone", kind: "adjustment", occurred_at: new Date(), day: "2026-11-22", facts: "{}", entry_count: 2, posted_by: "user_maker" })
      await tx("ledger_entry").insert([1, 2].map((line) => ({ id: `j_alone_${line}`, journal_id: "j_alone", line, account: "bank", component: "adjustment", amount_vnd: line === 1 ? 5 : -5, raw_amount_vnd: "{}" })))
    })
    await expect(journal).rejects.toThrow(/ledger_adjustment_decided/)
  })
})

test("a fee that a caller of /v1 named has a kind of its own and needs no proposal; no name of a correction goes without one", async () => {
  const journal = (key: string, kind: "api_fee" | "adjustment") => ({ key, kind, occurredAt: new Date(), day: "2026-11-22", sellerId: "sel_fee", reason: "application_fee_amount", entries: apiFeeEntries("sel_fee", 900) })
  expect((await ledger.post(journal("api_fee:pi_1", "api_fee"))).posted).toBe(true)
  for (const key of ["fee:pi_2", "api_fee:pi_3"]) await expect(ledger.post(journal(key, "adjustment"))).rejects.toThrow(/ledger_adjustment_decided/)
})

describe("the hold begins where the goods arrive", () => {
  const sold = async (day: string) => {
    const orderId = `order_hold_${(serial += 1)}`
    const sellerId = `sel_hold_${serial}`
    await ledger.post({ key: `sale:${orderId}`, kind: "sale", occurredAt: new Date(`${day}T03:00:00Z`), day, sellerId, orderId, sellerPaymentId: `selpay_${orderId}`, facts: { ...facts }, entries: saleEntries(sellerId, facts) })
    return { orderId, sellerId }
  }
  const held = async (sellerId: string, heldFrom: string, undeliveredDays = 14) => (await ledger.sellerBalances({ heldFrom: new Date(heldFrom), undeliveredDays, sellerId }))[0]!.held_vnd

  test("what was sold before the rule is held from payment, as it was said then", async () => {
    const { sellerId } = await sold("2026-11-21")
    expect(await held(sellerId, "2026-11-21T00:00:00Z")).toBe(NET)
    expect(await held(sellerId, "2026-11-22T00:00:00Z")).toBe(0)
  })

  test("what has not been sent is held without an end; delivered, from that day on", async () => {
    const { sellerId, orderId } = await sold("2026-12-01")
    expect(await held(sellerId, "2030-01-01T00:00:00Z")).toBe(NET)
    await ledger.noteDeliveries([{ orderId, shippedAt: new Date("2026-12-03T00:00:00Z"), deliveredAt: null }])
    expect(await held(sellerId, "2026-12-17T00:00:00Z")).toBe(NET)
    expect(await held(sellerId, "2026-12-17T00:00:01Z")).toBe(0)
    await ledger.noteDeliveries([{ orderId, shippedAt: new Date("2026-12-03T00:00:00Z"), deliveredAt: new Date("2026-12-05T00:00:00Z") }])
    expect(await held(sellerId, "2026-12-05T00:00:00Z")).toBe(NET)
    expect(await held(sellerId, "2026-12-05T00:00:01Z")).toBe(0)
    await ledger.noteDeliveries([{ orderId, shippedAt: null, deliveredAt: new Date("2027-01-01T00:00:00Z") }])
    expect(await held(sellerId, "2026-12-06T00:00:00Z")).toBe(0)
  })

  test("asked about is what may still be on its way, and not what was wholly refunded or has arrived", async () => {
    const [open, arrived, refunded, old] = [await sold("2026-12-02"), await sold("2026-12-02"), await sold("2026-12-02"), await sold("2026-11-01")]
    await ledger.noteDeliveries([{ orderId: arrived.orderId, shippedAt: new Date(), deliveredAt: new Date() }])
    await ledger.postRefund({ key: `refund:${refunded.orderId}`, sellerPaymentId: `selpay_${refunded.orderId}`, amountVnd: 180_000, occurredAt: new Date() })
    const asked = await ledger.undeliveredSales("", 1_000)
    expect(asked).toContain(open.orderId)
    for (const { orderId } of [arrived, refunded, old]) expect(asked).not.toContain(orderId)
    expect(await ledger.undeliveredSales(asked.at(-1)!, 10)).toEqual([])
  })
})
