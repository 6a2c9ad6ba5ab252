import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { JournalDraft } from "./rules/journal"
import { saleEntries, type SaleFacts } from "./rules/sale-postings"
import type LedgerModuleService from "./service"

/** The last day on which a hold counted from payment. */
const day = "2026-11-21"
const at = new Date("2026-11-21T03:00:00Z")
const facts: SaleFacts = { goodsVnd: 150_000, shippingVnd: 30_000, commissionVnd: 7_500, vatVnd: 1_800, pitVnd: 900, rail: "vnpay", taxMode: "WITHHOLD", collectedByPlatform: true }

let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService
let db: Knex

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../../.medusa/server/src/modules/ledger"), "spec_marketplace_ledger")
  ledger = running.service
  db = running.db
})
afterAll(() => running?.stop())

let serial = 0
const newSeller = () => `sel_${(serial += 1)}`

function sale(sellerId: string, id = `selpay_${(serial += 1)}`): JournalDraft & { sellerPaymentId: string } {
  return { key: `sale:${id}`, kind: "sale", occurredAt: at, day, sellerId, orderId: `order_${id}`, sellerPaymentId: id, facts: { ...facts }, entries: saleEntries(sellerId, facts) }
}
const balanceOf = async (sellerId: string, heldFrom = new Date("2030-01-01")) => (await ledger.sellerBalances({ heldFrom, sellerId }))[0]!
const refund = (sellerPaymentId: string, key: string, amountVnd: number) => ledger.postRefund({ key, sellerPaymentId, amountVnd, occurredAt: at })

test("the mark of how far the books are whole moves on only, and back where something is missing", async () => {
  expect(await ledger.booksWholeUntil()).toBeNull()
  const [early, late] = [new Date("2026-11-01T00:00:00Z"), new Date("2026-11-20T00:00:00Z")]
  await Promise.all([ledger.noteBooksWhole(late), ledger.noteBooksWhole(early)])
  await ledger.noteBooksWhole(early)
  expect(await ledger.booksWholeUntil()).toEqual(late)
  await ledger.noteBooksNotWhole(early)
  expect(await ledger.booksWholeUntil()).toEqual(early)
  await ledger.noteBooksNotWhole(late)
  expect(await ledger.booksWholeUntil()).toEqual(early)
})

describe("a fact is in the books once", () => {
  test("the same sale twenty times at once is one journal", async () => {
    const draft = sale(newSeller())
    const posted = await Promise.all(Array.from({ length: 20 }, () => ledger.post(draft)))
    expect(posted.filter((answer) => answer.posted)).toHaveLength(1)
    expect(new Set(posted.map((answer) => answer.id)).size).toBe(1)
    expect(await balanceOf(draft.sellerId!)).toMatchObject({ payable_vnd: 180_000 - 7_500 - 2_700 })
    expect(await ledger.missingKeys([draft.key, "sale:none"])).toEqual(["sale:none"])
  })

  test("refunds at once take back no more than was sold, and the whole of it leaves nothing", async () => {
    const draft = sale(newSeller())
    await ledger.post(draft)
    const answers = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => refund(draft.sellerPaymentId, `refund:${draft.key}:${i}`, 45_000)))
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(4)
    expect(await balanceOf(draft.sellerId!)).toMatchObject({ payable_vnd: 0 })
    const again = await refund(draft.sellerPaymentId, `refund:${draft.key}:${answers.findIndex(({ status }) => status === "fulfilled")}`, 45_000)
    expect(again.posted).toBe(false)
  })

  test("a refund before its sale is in the books is refused, not lost in silence", async () => {
    await expect(refund("selpay_none", "refund:early", 1)).rejects.toThrow(/no sale/)
  })
})

describe("a seller's money is spent once", () => {
  test("of payouts at once only as many as the balance covers, and one line is one payout", async () => {
    const sellerId = newSeller()
    await ledger.post(sale(sellerId))
    const payout = (lineId: string) => ledger.postPayout({ lineId, sellerId, amountVnd: 100_000, nettedVnd: 0, postedBy: "user_1", hold: { heldFrom: new Date("2030-01-01") } })
    const answers = await Promise.all(["a", "b", "c", "d"].map((line) => payout(`${sellerId}_${line}`)))
    expect([...answers].sort()).toEqual(["balance_changed", "balance_changed", "balance_changed", "booked"])
    const first = ["a", "b", "c", "d"][answers.indexOf("booked")]!
    expect(await Promise.all([1, 2, 3].map(() => payout(`${sellerId}_${first}`)))).toEqual(["booked", "booked", "booked"])
    expect(await balanceOf(sellerId)).toMatchObject({ payable_vnd: 169_800 - 100_000 })
  })

  test("what was sold within the hold is held, less what of it was refunded", async () => {
    const draft = sale(newSeller())
    await ledger.post(draft)
    await refund(draft.sellerPaymentId, `refund:${draft.key}`, 90_000)
    expect(await balanceOf(draft.sellerId!, new Date("2026-11-01"))).toMatchObject({ payable_vnd: 84_900, held_vnd: 84_900 })
    expect(await balanceOf(draft.sellerId!)).toMatchObject({ payable_vnd: 84_900, held_vnd: 0 })
  })
})

describe("what is held is not paid out, whatever was planned", () => {
  const payout = (sellerId: string, amountVnd: number, heldFrom: string) => ledger.postPayout({ lineId: `line_${(serial += 1)}`, sellerId, amountVnd, nettedVnd: 0, postedBy: "user_1", hold: { heldFrom: new Date(heldFrom) } })

  test("a refund of the free sale after the plan leaves only the held one: nothing goes out until that is free", async () => {
    const sellerId = newSeller()
    const [old, young] = [sale(sellerId), { ...sale(sellerId), occurredAt: new Date("2026-11-21T09:00:00Z") }]
    for (const draft of [old, young]) await ledger.post(draft)
    await refund(old.sellerPaymentId, `refund:${old.key}`, 180_000)
    const held = "2026-11-21T06:00:00Z"
    expect(await balanceOf(sellerId, new Date(held))).toMatchObject({ payable_vnd: 169_800, held_vnd: 169_800 })
    expect(await payout(sellerId, 169_800, held)).toBe("held")
    expect(await payout(sellerId, 1, held)).toBe("held")
    expect(await payout(sellerId, 169_801, held)).toBe("balance_changed")
    expect(await payout(sellerId, 169_800, "2026-11-21T10:00:00Z")).toBe("booked")
  })

  test("what is free goes out to the last đồng", async () => {
    const sellerId = newSeller()
    for (const draft of [sale(sellerId), { ...sale(sellerId), occurredAt: new Date("2026-11-21T09:00:00Z") }]) await ledger.post(draft)
    const held = "2026-11-21T06:00:00Z"
    expect(await payout(sellerId, 169_801, held)).toBe("held")
    expect(await payout(sellerId, 169_800, held)).toBe("booked")
    expect(await payout(sellerId, 1, held)).toBe("held")
  })
})

describe("the database itself refuses", () => {
  const journal = (id: string, count: number) => ({ id, key: id, kind: "gateway_settlement", occurred_at: at, day, facts: "{}", entry_count: count })
  const entry = (journalId: string, line: number, amount: number, extra: Record<string, unknown> = {}) => ({ id: `${journalId}_${line}`, journal_id: journalId, line, account: "bank", component: "adjustment", amount_vnd: amount, raw_amount_vnd: "{}", ...extra })

  test("a journal that does not sum to 0, at the end of the transaction and not before", async () => {
    const write = (second: number) =>
      db.transaction(async (tx) => {
        await tx("ledger_journal").insert(journal(`j_sum_${second}`, 2))
        await tx("ledger_entry").insert(entry(`j_sum_${second}`, 1, 5))
        await tx("ledger_entry").insert(entry(`j_sum_${second}`, 2, second))
      })
    await expect(write(-4)).rejects.toThrow(/ledger_unbalanced/)
    await expect(write(-5)).resolves.toBeUndefined()
  })

  test("entries added to a journal later, even if they balance", async () => {
    await db.transaction(async (tx) => {
      await tx("ledger_journal").insert(journal("j_later", 2))
      await tx("ledger_entry").insert([entry("j_later", 1, 5), entry("j_later", 2, -5)])
    })
    await expect(db("ledger_entry").insert([entry("j_later", 3, 7), entry("j_later", 4, -7)])).rejects.toThrow(/ledger_entry_count/)
  })

  test("a journal that says it has entries and has none, and half a đồng", async () => {
    await expect(db("ledger_journal").insert(journal("j_empty", 2))).rejects.toThrow(/ledger_entry_count/)
    await expect(db("ledger_entry").insert(entry("j_later", 5, 0.5))).rejects.toThrow(/whole_amount/)
  })

  test("a seller's account without a seller, and a seller on another account", async () => {
    await expect(db("ledger_entry").insert(entry("j_later", 6, 1, { account: "seller_payable" }))).rejects.toThrow(/seller_account/)
    await expect(db("ledger_entry").insert(entry("j_later", 7, 1, { seller_id: "sel_x" }))).rejects.toThrow(/seller_account/)
  })

  test.each(["update ledger_entry set amount_vnd = amount_vnd + 1", "delete from ledger_entry", "update ledger_journal set reason = 'x'", "delete from ledger_journal", "truncate ledger_entry", "truncate ledger_journal cascade"])("%s", async (statement) => {
    await expect(db.raw(statement)).rejects.toThrow(/ledger_append_only/)
  })
})

describe("rules", () => {
  test("the house's tax rules are there, only reported, with their legal basis", async () => {
    const { tax, commission } = await ledger.loadRules()
    expect(commission).toEqual([])
    expect(tax).toHaveLength(5)
    expect(tax.every((rule) => rule.mode === "REPORT_ONLY" && rule.legalBasis.includes("252/2026"))).toBe(true)
  })

  test("a rule is ended once; its last day is not before its first", async () => {
    const [rule] = await ledger.createCommissionRules([{ name: "Chung", seller_ids: [], product_sets: [], seller_kinds: [], province_codes: [], rate_bps: 500, fixed_vnd: 0, valid_from: "2026-12-01", reason: "thử", created_by: "user_1" } as never])
    await expect(ledger.endRule("commission_rule", rule!.id, "2026-11-30", "user_1")).rejects.toMatchObject({ code: "ledger.end_before_start" })
    const ends = await Promise.allSettled([1, 2, 3].map(() => ledger.endRule("commission_rule", rule!.id, "2026-12-31", "user_1")))
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect((await ledger.loadRules()).commission).toMatchObject([{ rateBps: 500, validTo: "2026-12-31" }])
    await expect(ledger.endRule("tax_rule", "none", "2026-12-31", "user_1")).rejects.toMatchObject({ code: "ledger.rule_not_found" })
  })

  test("what a seller does counts from its day on", async () => {
    await ledger.createSellerActivities([{ seller_id: "sel_act", activity: "production_transport", valid_from: "2026-12-01", note: "Sao chè", set_by: "user_1" }])
    expect(await ledger.activityOf("sel_act", "2026-11-30")).toBe("goods")
    expect(await ledger.activityOf("sel_act", "2026-12-01")).toBe("production_transport")
  })
})
