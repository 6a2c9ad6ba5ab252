import { resolve } from "node:path"
import type { FindAnswer, KnownTransfer, SendAnswer, TransferOrder, TransferProvider } from "@cho-phien/cashless-payment"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { memoOf } from "./rules/bank-file"
import { RESEND_WITHIN_MS } from "./rules/transfer-turn"
import type PayoutModuleService from "./service"

let running: RunningModule<PayoutModuleService>
let payouts: PayoutModuleService
let db: Knex

/** A provider that keeps what it took, and can be told to fail in the ways networks do. */
class FakeProvider implements TransferProvider {
  readonly orders: TransferOrder[] = []
  readonly taken = new Map<string, KnownTransfer>()
  funds: number | null = 1_000_000
  onSend: (order: TransferOrder, take: () => KnownTransfer) => Promise<SendAnswer> = (_order, take) => Promise.resolve({ kind: "taken", transfer: take() })
  onFind: ((reference: string) => FindAnswer) | null = null

  send(order: TransferOrder): Promise<SendAnswer> {
    this.orders.push(order)
    return this.onSend(order, () => this.take(order))
  }
  find(reference: string): Promise<FindAnswer> {
    const transfer = this.taken.get(reference)
    return Promise.resolve(this.onFind?.(reference) ?? (transfer ? { kind: "found", transfer } : { kind: "none" }))
  }
  balanceVnd(): Promise<number | null> {
    return Promise.resolve(this.funds)
  }
  estimate(): Promise<number | null> {
    return Promise.resolve(null)
  }
  become(reference: string, state: KnownTransfer["state"], more: Partial<KnownTransfer> = {}): void {
    this.taken.set(reference, { ...this.taken.get(reference)!, state, ...more })
  }
  private take({ reference, amountVnd, bankBin, accountNumber }: TransferOrder): KnownTransfer {
    const known = this.taken.get(reference) ?? { providerId: `po_${reference}`, reference, amountVnd, bankBin, accountNumber, state: "open" as const, bankReference: null, beneficiaryName: null, reason: null }
    this.taken.set(reference, known)
    return known
  }
}

beforeAll(async () => {
  running = await startModule("payout", resolve(__dirname, "../../../.medusa/server/src/modules/payout"), "spec_marketplace_payout_transfers")
  payouts = running.service
  db = running.db
})
afterAll(() => running?.stop())

let provider: FakeProvider
let serial = 0
let now = new Date()
/** What the books say of a seller at the moment an order is made. */
let left = new Map<string, "held" | "balance_changed">()
beforeEach(async () => {
  provider = new FakeProvider()
  left = new Map()
  now = new Date(Date.now() + 5_000)
  // What an earlier test left open has its next turn in another century.
  await db("payout_transfer").whereNotNull("next_turn_at").update({ next_turn_at: new Date("2200-01-01") })
})

const later = (ms: number) => (now = new Date(now.getTime() + ms))
const WATCH_MS = 7 * 86_400_000
const turn = () => payouts.takeTurn(provider, { now, fast: false, watchMs: WATCH_MS }, (sellerId) => Promise.resolve(left.get(sellerId) ?? "due"))
/** Every turn that is due within the next minutes, one after the other. */
async function untilQuiet(minutes = 10): Promise<void> {
  for (const end = now.getTime() + minutes * 60_000; now.getTime() < end; later(30_000)) while ((await turn()) !== "idle");
}

async function sentByPayos(count = 1) {
  const lines = Array.from({ length: count }, () => ({ sellerId: `sel_t${(serial += 1)}`, amountVnd: 90_000, nettedVnd: 0, account: { bankBin: "970499", bankName: "Thử", accountNumber: `00${serial}`, accountName: "HTX" } }))
  const id = (await payouts.insertBatch({ soldUntil: "2026-11-15", reason: "Đợt thử", createdBy: "user_maker", way: "payos", lines }))!
  await payouts.approveBatch(id, "user_other", "Đã đối chiếu")
  for (const line of await linesOf(id)) await payouts.bookLine(line.id, null)
  await payouts.sendBatch(id, "user_maker", "Gửi payOS")
  return { id, lines: await linesOf(id) }
}
const linesOf = (batchId: string) => payouts.listPayoutLines({ batch_id: batchId } as never, { order: { seller_id: "ASC" } })
const transferOf = async (lineId: string) => (await payouts.listPayoutTransfers({ line_id: lineId }))[0]!
const only = async () => (await sentByPayos()).lines[0]!
const stateOf = async (lineId: string) => (await payouts.retrievePayoutLine(lineId)).state

describe("an approved batch goes out through payOS", () => {
  test("each line once, under its own id, to the approved account, until payOS says it is paid", async () => {
    const { id, lines } = await sentByPayos(3)
    await untilQuiet(1)
    expect(provider.orders.map(({ reference }) => reference).sort()).toEqual(lines.map((line) => line.id).sort())
    expect(provider.orders.find(({ reference }) => reference === lines[0]!.id)).toMatchObject({ amountVnd: 90_000, bankBin: "970499", accountNumber: lines[0]!.account_number })
    for (const line of lines.slice(0, 2)) provider.become(line.id, "paid", { bankReference: `FT${line.id}` })
    provider.become(lines[2]!.id, "failed", { reason: "Tài khoản đã đóng" })
    await untilQuiet()
    expect((await linesOf(id)).map(({ state, failure, bank_reference }) => [state, failure, bank_reference])).toEqual([
      ["paid", null, `FT${lines[0]!.id}`],
      ["paid", null, `FT${lines[1]!.id}`],
      ["failed", "Tài khoản đã đóng", null],
    ])
    expect((await payouts.retrievePayoutBatch(id)).state).toBe("settled")
    expect(provider.orders).toHaveLength(3)
    expect((await payouts.listPayoutActs({ line_id: lines[0]!.id }, { order: { created_at: "ASC" } })).map(({ act, by }) => [act, by])).toEqual([["line_sent", "payos"], ["line_paid", "payos"]])
  })

  test("ten processes at once send five lines five times", async () => {
    const { lines } = await sentByPayos(5)
    await Promise.all(Array.from({ length: 10 }, async () => { while ((await turn()) !== "idle"); }))
    expect(provider.orders.map(({ reference }) => reference).sort()).toEqual(lines.map(({ id }) => id).sort())
  })
})

describe("at most once", () => {
  test.each([
    ["payOS took it and the answer was lost", true, 1],
    ["the order was lost on its way", false, 2],
  ])("%s: it is asked by reference before anything is sent again", async (_name, taken, orders) => {
    const line = await only()
    provider.onSend = (_order, take) => {
      if (taken) take()
      provider.onSend = (_again, takeAgain) => Promise.resolve({ kind: "taken", transfer: takeAgain() })
      return Promise.resolve({ kind: "unclear", reason: "payOS: timeout" })
    }
    await turn()
    expect(await transferOf(line.id)).toMatchObject({ state: "sending", attempts: 1, problem: "payOS: timeout" })
    await untilQuiet(2)
    expect(provider.orders).toHaveLength(orders)
    expect((await transferOf(line.id)).state).toBe("taken")
  })

  test("the process dies after sending, before it stored the answer", async () => {
    const line = await only()
    provider.onSend = (_order, take) => {
      take()
      // The process is gone: nothing after the request runs, its lease and `sending` stay behind.
      return new Promise(() => {})
    }
    void turn()
    await expect.poll(async () => (await transferOf(line.id)).state).toBe("sending")
    expect(await turn()).toBe("idle")
    later(130_000)
    await untilQuiet(1)
    expect(provider.orders).toHaveLength(1)
    expect(await transferOf(line.id)).toMatchObject({ state: "taken", provider_id: `po_${line.id}` })
  })

  test("the answer to the question is lost too: nothing is sent until it is there", async () => {
    const line = await only()
    provider.onSend = () => Promise.resolve({ kind: "unclear", reason: "payOS: timeout" })
    provider.onFind = () => ({ kind: "unclear", reason: "payOS 500: no answer" })
    await untilQuiet(30)
    expect(provider.orders).toHaveLength(1)
    expect(await transferOf(line.id)).toMatchObject({ state: "sending", problem: "payOS 500: no answer" })
  })

  test("what nobody can say for half a day is a person's, and is not sent any more", async () => {
    const line = await only()
    provider.onSend = () => Promise.resolve({ kind: "unclear", reason: "payOS: timeout" })
    await turn()
    later(RESEND_WITHIN_MS + 60_000)
    await untilQuiet(30)
    expect(provider.orders).toHaveLength(1)
    expect(await transferOf(line.id)).toMatchObject({ state: "stuck", problem: "not_there" })
    expect(await payouts.settleLine({ lineId: line.id, to: "failed", by: "user_1", reason: "payOS xác nhận không có lệnh" })).toBe(true)
    provider.taken.set(line.id, { providerId: "po", reference: line.id, amountVnd: 90_000, bankBin: "970499", accountNumber: line.account_number, state: "paid", bankReference: "FT", beneficiaryName: null, reason: null })
    await untilQuiet(30)
    expect(await transferOf(line.id)).toMatchObject({ state: "paid", problem: "line_failed_before" })
  })

  test("another amount than approved settles nothing", async () => {
    const line = await only()
    await turn()
    provider.become(line.id, "paid", { amountVnd: 900_000 })
    await untilQuiet()
    expect(await stateOf(line.id)).toBe("in_transit")
    expect(await transferOf(line.id)).toMatchObject({ state: "stuck", problem: "mismatch" })
  })

  test("the database itself keeps a sent order from being queued again, and its end as it is", async () => {
    const line = await only()
    await turn()
    const { id } = await transferOf(line.id)
    await expect(db("payout_transfer").where({ id }).update({ state: "queued" })).rejects.toThrow(/payout_transfer_sent/)
    await expect(db("payout_transfer").where({ id }).update({ first_sent_at: null })).rejects.toThrow(/payout_transfer_frozen/)
    provider.become(line.id, "paid")
    await untilQuiet()
    await expect(db("payout_transfer").where({ id }).update({ state: "failed" })).rejects.toThrow(/payout_transfer_over/)
    const [{ batch_id }] = (await db("payout_line").where({ id: line.id }).select("batch_id")) as [{ batch_id: string }]
    await expect(db("payout_batch").where({ id: batch_id }).update({ way: "bank_file" })).rejects.toThrow(/payout_batch_frozen/)
  })
})

describe("what payOS will not do", () => {
  test("too little money there: nothing goes out, and it goes by itself once there is enough", async () => {
    const line = await only()
    provider.funds = 89_999
    await untilQuiet(5)
    expect(provider.orders).toHaveLength(0)
    expect(await transferOf(line.id)).toMatchObject({ state: "queued", problem: "balance_low" })
    provider.funds = 90_000
    await payouts.hurryTransfer(line.id)
    await turn()
    expect((await transferOf(line.id)).state).toBe("taken")
  })

  test("a refusal fails the line with payOS's words, once it says it has no such order", async () => {
    const line = await only()
    provider.onSend = () => Promise.resolve({ kind: "refused", reason: "payOS 400: Sai tài khoản (ACCOUNT)" })
    await turn()
    expect(await stateOf(line.id)).toBe("in_transit")
    await untilQuiet(2)
    expect(provider.orders).toHaveLength(1)
    expect(await payouts.retrievePayoutLine(line.id)).toMatchObject({ state: "failed", failure: "payOS 400: Sai tài khoản (ACCOUNT)" })
    await expect(payouts.hurryTransfer(line.id)).rejects.toMatchObject({ code: "payout.nothing_to_ask" })
  })
})

describe("held between the batch's sending and the order of a line", () => {
  test("no order is made: the line leaves the batch, is owed again, and the rest goes out", async () => {
    const { id, lines } = await sentByPayos(2)
    const [held, free] = lines as [(typeof lines)[number], (typeof lines)[number]]
    left.set(held.seller_id, "held")
    expect([await turn(), await turn()].sort()).toEqual(["moved", "settled"])
    expect(provider.orders.map(({ reference }) => reference)).toEqual([free.id])
    expect(await payouts.retrievePayoutLine(held.id)).toMatchObject({ state: "canceled", failure: "held", settled_at: expect.any(Date) as Date })
    expect(await transferOf(held.id)).toMatchObject({ state: "withdrawn", first_sent_at: null, next_turn_at: null, problem: "held" })
    expect((await payouts.listPayoutActs({ line_id: held.id })).map(({ act, by, note }) => [act, by, note])).toEqual([["line_dropped", "cho-phien", "held"]])
    left.clear()
    await untilQuiet(2)
    expect(provider.orders).toHaveLength(1)
    provider.become(free.id, "paid")
    await untilQuiet()
    expect((await payouts.retrievePayoutBatch(id)).state).toBe("settled")
  })

  test("with its last line the batch is over, and the shop is free for the next one", async () => {
    const { id, lines } = await sentByPayos(1)
    left.set(lines[0]!.seller_id, "balance_changed")
    expect(await turn()).toBe("settled")
    expect((await payouts.retrievePayoutBatch(id)).state).toBe("settled")
    expect(await stateOf(lines[0]!.id)).toBe("canceled")
  })

  test("what may be on its way is only asked about, not sent again and not owed again, until nothing holds it", async () => {
    const line = await only()
    provider.onSend = () => Promise.resolve({ kind: "unclear", reason: "payOS: timeout" })
    await turn()
    left.set(line.seller_id, "held")
    await untilQuiet(30)
    expect(provider.orders).toHaveLength(1)
    expect(await transferOf(line.id)).toMatchObject({ state: "sending", problem: "held" })
    expect(await stateOf(line.id)).toBe("in_transit")
    left.clear()
    await untilQuiet(20)
    expect(provider.orders.length).toBeGreaterThan(1)
  })

  test("too little money at payOS keeps it queued, and the hold is looked at when there is enough", async () => {
    const line = await only()
    provider.funds = 0
    await turn()
    left.set(line.seller_id, "held")
    provider.funds = 90_000
    await untilQuiet(5)
    expect(provider.orders).toHaveLength(0)
    expect(await stateOf(line.id)).toBe("canceled")
  })
})

describe("beside payOS", () => {
  test("nobody calls a line failed that payOS has or may have; one that was never sent can be taken back", async () => {
    const { lines } = await sentByPayos(2)
    await turn()
    const states = await Promise.all(lines.map(({ id }) => transferOf(id)))
    const taken = states.find(({ state }) => state === "taken")!
    const queued = states.find(({ state }) => state === "queued")!
    await expect(payouts.settleLine({ lineId: taken.line_id, to: "failed", by: "user_1", reason: "thôi" })).rejects.toMatchObject({ code: "payout.at_provider", status: 409 })
    expect(await payouts.settleLine({ lineId: queued.line_id, to: "failed", by: "user_1", reason: "thôi" })).toBe(true)
    await untilQuiet(2)
    expect(provider.orders.map(({ reference }) => reference)).toEqual([taken.line_id])
    expect((await transferOf(queued.line_id)).state).toBe("withdrawn")
  })

  test("of taking back and sending at the same time one happens", async () => {
    const { lines } = await sentByPayos(6)
    const backs = await Promise.allSettled([...lines.map(({ id }) => payouts.settleLine({ lineId: id, to: "failed", by: "user_1", reason: "thôi" })), ...lines.map(() => turn())])
    await untilQuiet(2)
    const back = lines.filter((_, at) => { const answer = backs[at]!; return answer.status === "fulfilled" && answer.value === true })
    const sent = new Set(provider.orders.map(({ reference }) => reference))
    expect(back.filter(({ id }) => sent.has(id))).toEqual([])
    expect(back.length + sent.size).toBe(lines.length)
  })

  test("the statement that shows what payOS paid is a match once, and a second such line is not", async () => {
    const line = await only()
    await turn()
    provider.become(line.id, "paid", { bankReference: "FT1" })
    await untilQuiet()
    const row = { bookedOn: "2026-11-22", amountVnd: 90_000, memo: memoOf(line.reference), bankReference: "FT1" }
    const taken = await Promise.all([0, 1, 2].map((nth) => payouts.takeStatementLine(row, nth, "user_1")))
    expect(taken.map(({ outcome }) => outcome).sort()).toEqual(["matched", "paid_twice", "paid_twice"])
  })
})

describe("what payOS paid and the bank gives back", () => {
  async function paidLine() {
    const line = await only()
    await turn()
    provider.become(line.id, "paid", { bankReference: "FT1" })
    await untilQuiet()
    expect(await stateOf(line.id)).toBe("paid")
    return line
  }
  const acts = async (lineId: string) => (await payouts.listPayoutActs({ line_id: lineId }, { order: { created_at: "ASC", id: "ASC" } })).map(({ act, note }) => [act, note])

  test("is noticed within the days it is watched: the line is reversed once, and the shop can be paid anew", async () => {
    const line = await paidLine()
    provider.become(line.id, "reversed", { reason: "Ngân hàng người nhận trả lại" })
    later(5 * 86_400_000)
    expect(await turn()).toBe("settled")
    expect(await payouts.retrievePayoutLine(line.id)).toMatchObject({ state: "reversed", failure: "Ngân hàng người nhận trả lại", reversed_at: now, bank_reference: "FT1" })
    expect(await transferOf(line.id)).toMatchObject({ state: "reversed", next_turn_at: null, problem: "Ngân hàng người nhận trả lại" })
    expect((await acts(line.id)).at(-1)).toEqual(["line_reversed", "Ngân hàng người nhận trả lại"])
    later(86_400_000)
    expect(await turn()).toBe("idle")
    expect(provider.orders).toHaveLength(1)
    const again = await payouts.insertBatch({ soldUntil: "2026-11-15", reason: "Trả lại", createdBy: "user_maker", lines: [{ sellerId: line.seller_id, amountVnd: 90_000, nettedVnd: 0, account: { bankBin: "970499", bankName: "Thử", accountNumber: line.account_number, accountName: "HTX" } }] })
    expect(again).not.toBeNull()
  })

  test("is looked for at the same time by ten processes, and found once", async () => {
    const line = await paidLine()
    provider.become(line.id, "reversed")
    later(86_400_000)
    const results = await Promise.all(Array.from({ length: 10 }, turn))
    expect(results.filter((result) => result === "settled")).toHaveLength(1)
    expect((await acts(line.id)).filter(([act]) => act === "line_reversed")).toHaveLength(1)
  })

  test("is not looked for any more after its days", async () => {
    const line = await paidLine()
    for (const end = now.getTime() + WATCH_MS + 86_400_000; now.getTime() < end; later(3_600_000)) await turn()
    expect(await transferOf(line.id)).toMatchObject({ state: "paid", next_turn_at: null, problem: null })
    provider.become(line.id, "reversed")
    expect(await turn()).toBe("idle")
    expect(await stateOf(line.id)).toBe("paid")
  })

  test("another word about it than reversed changes nothing, and a person is told", async () => {
    const line = await paidLine()
    provider.become(line.id, "failed")
    later(86_400_000)
    expect(await turn()).toBe("moved")
    expect(await transferOf(line.id)).toMatchObject({ state: "paid", problem: "failed_after_paid", next_turn_at: expect.any(Date) as Date })
    provider.become(line.id, "reversed", { amountVnd: 9 })
    later(86_400_000)
    expect(await turn()).toBe("moved")
    expect(await transferOf(line.id)).toMatchObject({ state: "paid", problem: "mismatch" })
    expect(await stateOf(line.id)).toBe("paid")
  })

  test("shows on the statement as money that left: matched, though it came back", async () => {
    const line = await paidLine()
    provider.become(line.id, "reversed")
    later(86_400_000)
    await turn()
    const row = { bookedOn: "2026-11-22", amountVnd: 90_000, memo: memoOf(line.reference), bankReference: "FT1" }
    expect(await payouts.takeStatementLine(row, 0, "user_1")).toMatchObject({ outcome: "matched" })
    expect(await payouts.takeStatementLine(row, 1, "user_1")).toMatchObject({ outcome: "paid_twice" })
    expect(await stateOf(line.id)).toBe("reversed")
  })

  test("the database lets a paid line come back, and nothing else of it change", async () => {
    const line = await paidLine()
    for (const state of ["failed", "in_transit", "canceled"]) await expect(db("payout_line").where({ id: line.id }).update({ state })).rejects.toThrow(/payout_line_over/)
    await expect(db("payout_line").where({ id: line.id }).update({ state: "reversed" })).resolves.toBe(1)
    await expect(db("payout_line").where({ id: line.id }).update({ state: "paid" })).rejects.toThrow(/payout_line_over/)
  })
})
