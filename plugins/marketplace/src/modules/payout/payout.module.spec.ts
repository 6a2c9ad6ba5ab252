import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { memoOf } from "./rules/bank-file"
import type { PlannedLine } from "./rules/plan-payouts"
import type PayoutModuleService from "./service"

let running: RunningModule<PayoutModuleService>
let payouts: PayoutModuleService
let db: Knex

beforeAll(async () => {
  running = await startModule("payout", resolve(__dirname, "../../../.medusa/server/src/modules/payout"), "spec_marketplace_payout")
  payouts = running.service
  db = running.db
})
afterAll(() => running?.stop())

let serial = 0
const sellers = (count: number) => Array.from({ length: count }, () => `sel_${(serial += 1)}`)
const line = (sellerId: string, amountVnd = 90_000): PlannedLine => ({ sellerId, amountVnd, nettedVnd: 0, account: { bankBin: "970499", bankName: "Thử", accountNumber: "001", accountName: "HTX" } })
const batchOf = (ids: string[], createdBy = "user_maker") => payouts.insertBatch({ soldUntil: "2026-11-15", reason: "Đợt thử", createdBy, lines: ids.map((id) => line(id)) })
const linesOf = async (batchId: string) => payouts.listPayoutLines({ batch_id: batchId } as never, { order: { seller_id: "ASC" } })

/** A batch whose lines were all booked and sent. */
async function sentBatch(ids: string[]): Promise<{ id: string; lines: Awaited<ReturnType<typeof linesOf>> }> {
  const id = (await batchOf(ids))!
  await payouts.approveBatch(id, "user_other", "Đã đối chiếu")
  for (const { id: lineId } of await linesOf(id)) await payouts.bookLine(lineId, null)
  await payouts.sendBatch(id, "user_maker", "Đã nộp tệp")
  return { id, lines: await linesOf(id) }
}
const stateOf = async (id: string) => (await payouts.retrievePayoutBatch(id)).state
const statement = (memo: string, amountVnd = 90_000, bankReference = "FT1") => ({ bookedOn: "2026-11-22", amountVnd, memo, bankReference })

describe("nobody is paid twice", () => {
  test("ten batches at once for the same five sellers hold each seller once", async () => {
    const ids = sellers(5)
    const made = await Promise.all(Array.from({ length: 10 }, (_, i) => batchOf(i % 2 ? ids : [...ids].reverse())))
    const lines = await payouts.listPayoutLines({ seller_id: ids })
    expect(lines).toHaveLength(5)
    expect(new Set(lines.map(({ seller_id }) => seller_id)).size).toBe(5)
    expect(made.filter((id) => id === null).length).toBeGreaterThan(0)
    const left = made.filter((id): id is string => id !== null)
    expect(await payouts.listPayoutBatches({ id: left })).toHaveLength(left.length)
  })

  test("a line is settled once, whether by statement or by hand, however many at once", async () => {
    const { id, lines } = await sentBatch(sellers(1))
    const [{ id: lineId, reference }] = lines as [(typeof lines)[number]]
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, (_, i) => payouts.settleLine({ lineId, to: i % 2 ? "failed" : "paid", by: "user_1", reason: "thử" })),
      payouts.takeStatementLine(statement(memoOf(reference)), 0, "user_1").then(({ outcome }) => outcome === "matched"),
    ])
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await stateOf(id)).toBe("settled")
  })
})

describe("held since the approval", () => {
  const approved = async (ids: string[]) => {
    const id = (await batchOf(ids))!
    await payouts.approveBatch(id, "user_other", "Đã đối chiếu")
    const lines = await linesOf(id)
    for (const { id: lineId } of lines) await payouts.bookLine(lineId, null)
    return { id, lines }
  }
  const withdraw = (id: string, lineIds: string[]) => payouts.withdrawLines(id, new Map(lineIds.map((lineId) => [lineId, "held"])), "user_1", "Bị giữ sau khi duyệt")

  test("a line leaves the batch before it is sent, once, and the rest goes out", async () => {
    const { id, lines } = await approved(sellers(3))
    const [out] = lines
    expect((await Promise.all([1, 2, 3].map(() => withdraw(id, [out!.id])))).reduce((sum, count) => sum + count, 0)).toBe(1)
    await payouts.sendBatch(id, "user_maker", "Đã nộp tệp")
    expect((await linesOf(id)).map(({ id: lineId, state, failure }) => [lineId === out!.id, state, failure]).sort()).toEqual([[false, "in_transit", null], [false, "in_transit", null], [true, "canceled", "held"]])
    await expect(withdraw(id, [lines[1]!.id])).rejects.toMatchObject({ code: "payout.wrong_state" })
    // Its shop is free for the next batch; the others are not.
    expect(await batchOf(lines.map(({ seller_id }) => seller_id))).toMatch(/^pob_/)
    expect((await payouts.listPayoutActs({ batch_id: id, act: "line_dropped" })).map(({ by, line_id }) => [by, line_id])).toEqual([["user_1", out!.id]])
  })

  test("sent and taken out at once, a line is never both", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, lines } = await approved(sellers(2))
      await Promise.allSettled([withdraw(id, [lines[0]!.id]), payouts.sendBatch(id, "user_maker", "Đã nộp tệp")])
      const left = (await linesOf(id)).find((row) => row.id === lines[0]!.id)!
      const dropped = await payouts.listPayoutActs({ batch_id: id, act: "line_dropped" })
      expect(left.state).toBe(dropped.length === 1 ? "canceled" : "in_transit")
      expect(await stateOf(id)).toBe("sent")
    }
  })

  test("with nothing left the batch is over; another batch's lines and a draft's stay", async () => {
    const [{ id, lines }, other] = [await approved(sellers(1)), await approved(sellers(1))]
    expect(await withdraw(id, [lines[0]!.id, other.lines[0]!.id])).toBe(1)
    expect([await stateOf(id), await stateOf(other.id)]).toEqual(["settled", "approved"])
    const draft = (await batchOf(sellers(1)))!
    await expect(withdraw(draft, [(await linesOf(draft))[0]!.id])).rejects.toMatchObject({ code: "payout.wrong_state" })
  })
})

describe("a bank file taken home", () => {
  test("is in the batch's record with who and which, and only of the lines that go out now", async () => {
    const id = (await batchOf(sellers(2)))!
    const references = (await linesOf(id)).map(({ reference }) => reference)
    const download = (of: string[] = references) => payouts.noteDownload(id, { by: "user_clerk", file: "mb.xlsx", references: of })
    await expect(download()).rejects.toMatchObject({ code: "payout.wrong_state" })
    await payouts.approveBatch(id, "user_other", "Đã đối chiếu")
    const lines = await linesOf(id)
    for (const line of lines) await payouts.bookLine(line.id, null)
    await download()
    await payouts.withdrawLines(id, new Map([[lines[0]!.id, "held"]]), "user_1", "Bị giữ sau khi duyệt")
    // Made a moment before the line left, the file would pay what is owed again.
    for (const of of [references, [], [lines[0]!.reference]]) await expect(download(of)).rejects.toMatchObject({ code: "payout.wrong_state" })
    await payouts.sendBatch(id, "user_maker", "Đã nộp tệp")
    await download([lines[1]!.reference])
    expect((await payouts.listPayoutActs({ batch_id: id, act: "file_downloaded" })).map(({ by, note }) => [by, note])).toEqual([["user_clerk", "mb.xlsx"], ["user_clerk", "mb.xlsx"]])
  })
})

describe("four eyes", () => {
  test("the maker cannot approve, of two who approve at once one does", async () => {
    const id = (await batchOf(sellers(1)))!
    await expect(payouts.approveBatch(id, "user_maker", "tự duyệt")).rejects.toMatchObject({ code: "payout.same_person", status: 403 })
    const answers = await Promise.allSettled([1, 2, 3].map((n) => payouts.approveBatch(id, `user_${n}`, "duyệt")))
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await payouts.listPayoutActs({ batch_id: id, act: "approved" })).toHaveLength(1)
  })

  test("the database refuses it too, whatever program asks", async () => {
    const id = (await batchOf(sellers(1)))!
    await expect(db("payout_batch").where({ id }).update({ approved_by: "user_maker", state: "approved" })).rejects.toThrow(/four_eyes/)
    await expect(db("payout_batch").where({ id }).update({ state: "sent" })).rejects.toThrow(/payout_batch_approved/)
  })

  test("what was approved is what is paid: amount and account of a line stand, and its end is its end", async () => {
    const { lines } = await sentBatch(sellers(1))
    const [{ id }] = lines as [(typeof lines)[number]]
    for (const change of [{ amount_vnd: 1 }, { account_number: "666" }, { seller_id: "sel_else" }, { bank_bin: "970400" }]) {
      await expect(db("payout_line").where({ id }).update(change)).rejects.toThrow(/payout_line_frozen/)
    }
    await payouts.settleLine({ lineId: id, to: "paid", by: "user_1", reason: "thử" })
    await expect(db("payout_line").where({ id }).update({ state: "in_transit" })).rejects.toThrow(/payout_line_over/)
  })

  test.each(["update payout_act set by = 'x'", "delete from payout_act"])("the record of acts: %s", async (statementText) => {
    await batchOf(sellers(1))
    await expect(db.raw(statementText)).rejects.toThrow(/append_only/)
  })
})

describe("steps", () => {
  test("an approved batch is not cancelled, a draft is not sent, an unsent line is not paid", async () => {
    const id = (await batchOf(sellers(1)))!
    const [first] = await linesOf(id)
    await expect(payouts.sendBatch(id, "user_1", "gửi")).rejects.toMatchObject({ code: "payout.wrong_state" })
    await expect(payouts.settleLine({ lineId: first!.id, to: "paid", by: "user_1", reason: "thử" })).rejects.toMatchObject({ code: "payout.line_settled" })
    await payouts.approveBatch(id, "user_other", "duyệt")
    await expect(payouts.sendBatch(id, "user_1", "chưa ghi sổ")).rejects.toMatchObject({ code: "payout.wrong_state" })
    await expect(payouts.cancelBatch(id, "user_1", "thôi")).rejects.toMatchObject({ code: "payout.wrong_state" })
    await expect(payouts.approveBatch("pob_none", "user_1", "duyệt")).rejects.toMatchObject({ code: "payout.batch_not_found" })
  })

  test("a cancelled draft frees its sellers; a line that is no longer covered is dropped and ends its batch", async () => {
    const ids = sellers(1)
    const id = (await batchOf(ids))!
    expect(await batchOf(ids)).toBeNull()
    await payouts.cancelBatch(id, "user_1", "nhầm")
    const next = (await batchOf(ids))!
    await payouts.approveBatch(next, "user_other", "duyệt")
    await payouts.bookLine((await linesOf(next))[0]!.id, "balance_changed")
    expect(await stateOf(next)).toBe("settled")
    expect((await linesOf(next))[0]).toMatchObject({ state: "canceled", failure: "balance_changed" })
  })
})

describe("the statement", () => {
  test("code and amount settle a payout; the same file again, also at once, changes nothing", async () => {
    const { id, lines } = await sentBatch(sellers(2))
    const rows = lines.map(({ reference }, i) => statement(`MBVCB.99.${memoOf(reference)}.CT tu 001`, 90_000, `FT-${i}`))
    const taken = await Promise.all([...rows, ...rows].map((row) => payouts.takeStatementLine(row, 0, "user_1")))
    expect(taken.filter(({ outcome }) => outcome === "matched")).toHaveLength(2)
    expect(await stateOf(id)).toBe("settled")
    expect(await linesOf(id)).toMatchObject([{ state: "paid" }, { state: "paid" }])
    expect((await payouts.takeStatementLine(rows[0]!, 0, "user_1")).outcome).toBe("known")
    expect((await payouts.takeStatementLine(rows[0]!, 1, "user_1")).outcome).toBe("paid_twice")
  })

  test("another amount is a difference, worked off once with a word about it", async () => {
    const { lines } = await sentBatch(sellers(1))
    const { outcome } = await payouts.takeStatementLine(statement(memoOf(lines[0]!.reference), 90_001), 0, "user_1")
    expect(outcome).toBe("amount_differs")
    expect(await linesOf((await payouts.retrievePayoutLine(lines[0]!.id, { relations: ["batch"] })).batch.id)).toMatchObject([{ state: "in_transit" }])
    const [difference] = await payouts.listPayoutStatementLines({ payout_line_id: lines[0]!.id })
    await payouts.resolveStatementLine(difference!.id, "user_1", "Ngân hàng đã trả lại")
    await expect(payouts.resolveStatementLine(difference!.id, "user_1", "lần nữa")).rejects.toMatchObject({ code: "payout.difference_not_found" })
  })
})
