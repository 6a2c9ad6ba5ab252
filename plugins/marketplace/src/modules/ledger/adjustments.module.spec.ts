import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { apiFeeEntries } from "./rules/api-fee"
import { refundInSellersSteadEntries } from "./rules/money-postings"
import { saleEntries, type SaleFacts } from "./rules/sale-postings"
import type LedgerModuleService from "./service"

const facts: SaleFacts = { goodsVnd: 150_000, shippingVnd: 30_000, commissionVnd: 7_500, vatVnd: 0, pitVnd: 0, rail: "vnpay", taxMode: "OFF", collectedByPlatform: true }
const NET = 172_500

let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService
let db: Knex

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../../.medusa/server/src/modules/ledger"), "spec_marketplace_ledger_adjustments")
  ledger = running.service
  db = running.db
})
afterAll(() => running?.stop())

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

  test("of a yes and a no at the same moment one is the decision, and the books follow it", async () => {
    for (let round = 0; round < 20; round += 1) {
      const [id, before] = [await propose(), await payable("sel_adj")]
      const [yes, no] = await Promise.allSettled([ledger.postAdjustment(id, "user_2", "Đã đối chiếu"), ledger.refuseAdjustment(id, "user_3", "Không khớp")])
      expect([yes, no].map(({ status }) => status).sort(), `round ${round}`).toEqual(["fulfilled", "rejected"])
      const posted = yes!.status === "fulfilled"
      expect((await ledger.retrieveLedgerAdjustment(id)).state).toBe(posted ? "posted" : "refused")
      expect((await payable("sel_adj")) - before).toBe(posted ? 5_000 : 0)
    }
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

describe("a shop that had paid after all what the house took over", () => {
  const DEBT = 40_000
  const takenOver = async (facts: object = { taken_over: true, amountVnd: DEBT }) => {
    const sellerId = `sel_over_${(serial += 1)}`
    const key = `refund_executed:re_${serial}`
    const { id } = await ledger.post({ key, kind: "refund_executed", occurredAt: new Date(), day: "2026-11-22", sellerId, facts: { ...facts }, entries: refundInSellersSteadEntries(sellerId, DEBT) })
    return { sellerId, id, key }
  }
  const shopPaid = (journalId: string, houseMoney: "not_sent" | "with_buyer" | "lost" = "not_sent") =>
    ledger.proposeReversal({ journalId, bankReference: "FT2611", reason: "Gian hàng gửi sao kê", houseMoney, proposedBy: "user_maker" })
  const balance = async (sellerId: string) => (await ledger.sellerBalances({ heldFrom: new Date(0), sellerId }))[0]
  const debtOf = async (sellerId: string) => (await balance(sellerId))?.receivable_vnd

  test("owes nothing of it once a second person agrees, and it can be taken back once", async () => {
    const { sellerId, id, key } = await takenOver()
    const answers = await Promise.allSettled([1, 2, 3].map(() => shopPaid(id, "with_buyer")))
    const proposed = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []))
    expect(proposed).toHaveLength(1)
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "ledger.already_reversed" } })
    expect([await debtOf(sellerId), await ledger.reversals([key])]).toEqual([DEBT, new Map([[key, "proposed"]])])
    await expect(ledger.postAdjustment(proposed[0]!, "user_maker", "tự duyệt")).rejects.toMatchObject({ code: "ledger.same_person" })
    await ledger.postAdjustment(proposed[0]!, "user_2", "Đã xem sao kê")
    expect(await debtOf(sellerId)).toBe(0)
    expect((await ledger.accountBalances()).find(({ account }) => account === "buyer_receivable")?.balance_vnd).toBe(DEBT)
    await expect(shopPaid(id)).rejects.toMatchObject({ code: "ledger.already_reversed" })
    expect(await ledger.reversals([key])).toEqual(new Map([[key, "posted"]]))
  })

  test("a refused proposal leaves the debt, and another can be made; what it takes back can't be changed", async () => {
    const { sellerId, id, key } = await takenOver()
    const first = await shopPaid(id)
    await expect(db("ledger_adjustment").where({ id: first }).update({ reverses: null })).rejects.toThrow(/frozen/)
    await ledger.refuseAdjustment(first, "user_2", "sao kê không khớp")
    expect([await debtOf(sellerId), await ledger.reversals([key])]).toEqual([DEBT, new Map()])
    await ledger.postAdjustment(await shopPaid(id, "lost"), "user_2", "Đã xem sao kê")
    expect(await debtOf(sellerId)).toBe(0)
  })

  test("what a payout took off already is owed to the shop again; one that took it off meanwhile is noticed", async () => {
    const { sellerId, id } = await takenOver()
    const orderId = `order_over_${sellerId}`
    await ledger.post({ key: `sale:${orderId}`, kind: "sale", occurredAt: new Date("2026-09-01"), day: "2026-09-01", sellerId, orderId, facts: { ...facts }, entries: saleEntries(sellerId, facts) })
    await ledger.noteDeliveries([{ orderId, shippedAt: new Date("2026-09-01"), deliveredAt: new Date("2026-09-02") }])
    const early = await shopPaid(id)
    const beyond = { lineId: `beyond_${sellerId}`, sellerId, amountVnd: NET - DEBT - 1, nettedVnd: DEBT + 1, postedBy: "user_1", hold: { heldFrom: new Date("2026-10-01"), undeliveredDays: 15 } }
    expect(await ledger.postPayout(beyond), "no more is taken off than is owed").toBe("balance_changed")
    const netted = await ledger.postPayout({ lineId: `line_${sellerId}`, sellerId, amountVnd: NET - DEBT, nettedVnd: DEBT, postedBy: "user_1", hold: { heldFrom: new Date("2026-10-01"), undeliveredDays: 15 } })
    expect([netted, await debtOf(sellerId)]).toEqual(["booked", 0])
    await expect(ledger.postAdjustment(early, "user_2", "Đã xem sao kê")).rejects.toMatchObject({ code: "ledger.reversal_stale", status: 409 })
    await ledger.refuseAdjustment(early, "user_2", "đã trừ vào đợt chi trả")
    await ledger.postAdjustment(await shopPaid(id), "user_2", "Đã xem sao kê")
    expect(await balance(sellerId)).toMatchObject({ receivable_vnd: 0, payable_vnd: DEBT })
  })

  test("of a payout that takes a debt off and a correction that forgives it, at the same moment, one does", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { sellerId, id } = await takenOver()
      const orderId = `order_race_${sellerId}`
      await ledger.post({ key: `sale:${orderId}`, kind: "sale", occurredAt: new Date("2026-09-01"), day: "2026-09-01", sellerId, orderId, facts: { ...facts }, entries: saleEntries(sellerId, facts) })
      await ledger.noteDeliveries([{ orderId, shippedAt: new Date("2026-09-01"), deliveredAt: new Date("2026-09-02") }])
      const proposal = await shopPaid(id)
      const forgive = () => ledger.postAdjustment(proposal, "user_2", "Đã xem sao kê").then(() => "forgiven", (error: { code?: string }) => error.code)
      const payOut = () => ledger.postPayout({ lineId: `line_${sellerId}`, sellerId, amountVnd: NET - DEBT, nettedVnd: DEBT, postedBy: "user_1", hold: { heldFrom: new Date("2026-10-01"), undeliveredDays: 15 } })
      const [forgiven, paidOut] = await Promise.all(round % 2 ? [forgive(), payOut()] : [payOut(), forgive()].reverse())
      expect([["forgiven", "balance_changed"], ["ledger.reversal_stale", "booked"]], `round ${round}`).toContainEqual([forgiven, paidOut])
      expect(await debtOf(sellerId)).toBe(0)
    }
  })

  test("only a take-over is taken back this way", async () => {
    const { id } = await takenOver({ amountVnd: DEBT })
    await expect(shopPaid(id)).rejects.toMatchObject({ code: "ledger.not_taken_over", status: 409 })
    await expect(shopPaid("ljr_none")).rejects.toMatchObject({ code: "ledger.journal_not_found", status: 404 })
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

  test("what counts as there after so many days is not held anew when somebody says later that it has come", async () => {
    const { sellerId, orderId } = await sold("2026-12-01")
    await ledger.noteDeliveries([{ orderId, shippedAt: new Date("2026-12-03T00:00:00Z"), deliveredAt: new Date("2026-12-25T00:00:00Z") }])
    expect(await held(sellerId, "2026-12-17T00:00:00Z")).toBe(NET)
    expect(await held(sellerId, "2026-12-17T00:00:01Z")).toBe(0)
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
