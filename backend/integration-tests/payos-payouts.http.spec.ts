import { randomInt, randomUUID } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { operator, orderSoldAndSent, type Reply } from "./support/books"
import type { TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { anotherOperator } from "./support/operators"
import { readRun, type Run } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

type Transfer = { state: string; provider_id: string | null; attempts: number; problem: string | null }
type Line = { id: string; seller_id: string; reference: string; amount_vnd: number; netted_vnd: number; state: string; failure: string | null; account_number: string; bank_reference: string | null; transfer: Transfer | null }
type Batch = { id: string; state: string; way: string; total_vnd: number; lines: [Line]; acts: { act: string; by: string }[] }

let run: Run
/** Its own, whose books nobody else moves. */
let shop: TestShop
let listing: TestListing
let second: string
let account: string

const batchOf = ({ body }: Reply) => body.payout as Batch
const fetchBatch = async (id: string) => batchOf(await operator(run, `/payouts/${id}`))
const payable = async () => {
  const { body } = await operator(run, `/ledger/accounts?seller_id=${shop.id}`)
  return (body.sellers as { payable_vnd: number }[])[0]?.payable_vnd ?? 0
}

/** What the simulated payOS is to do with the shop's account, and what it took so far under a reference. */
async function payosWill(plan: string): Promise<void> {
  const response = await fetch(`${run.backend}/sandbox/payos/payouts`, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify({ account_number: account, plan }) })
  if (!response.ok) throw new Error(`payOS plan: ${response.status} ${await response.text()}`)
}
async function takenByPayos(reference: string): Promise<{ amount_vnd: number; to_account_number: string; description: string }[]> {
  const response = await fetch(`${run.backend}/sandbox/payos/payouts?reference_id=${reference}`, { headers: { accept: "application/json" } })
  return ((await response.json()) as { payouts: { amount_vnd: number; to_account_number: string; description: string }[] }).payouts
}

/** A sale's money, approved by a second person and handed to payOS. */
async function sentByPayos(plan: string): Promise<Batch> {
  await orderSoldAndSent(run, shop, listing)
  const made = await operator(run, "/payouts", { reason: "Chi trả kiểm thử", way: "payos", seller_ids: [shop.id] })
  if (made.status !== 201) throw new Error(`No batch: ${made.text}`)
  const batch = batchOf(made)
  account = batch.lines[0].account_number
  await payosWill(plan)
  await operator(run, `/payouts/${batch.id}/approve`, { note: "Đã đối chiếu từng dòng" }, second)
  return batchOf(await operator(run, `/payouts/${batch.id}/sent`, { note: "Gửi lệnh chi" }))
}

async function untilLine(batchId: string, done: (line: Line) => boolean, seconds = 150): Promise<Batch> {
  for (const deadline = Date.now() + seconds * 1_000; ; await new Promise((resolve) => setTimeout(resolve, 400))) {
    const batch = await fetchBatch(batchId)
    if (done(batch.lines[0])) return batch
    if (Date.now() > deadline) throw new Error(`After ${seconds} s: ${JSON.stringify(batch.lines[0])}`)
  }
}
const kindsOf = async (lineId: string) => {
  const { body } = await operator(run, `/ledger/journals?seller_id=${shop.id}&limit=100`)
  return (body.journals as { key: string; kind: string }[]).filter(({ key }) => key.endsWith(lineId)).map(({ kind }) => kind).sort()
}

beforeAll(async () => {
  run = readRun()
  shop = await openShop(run, { province_code: "19", commune_code: "05503" })
  listing = await shop.sell({ stock: 60, price_vnd: 150_000, net_weight_grams: 200 })
  second = await anotherOperator(run)
  const verified = await operator(run, "/payouts/accounts", { seller_id: shop.id, note: "Đã so với giấy đăng ký" })
  if (verified.status !== 201) throw new Error(verified.text)
})

// Each may wait for the job of every minute three times: for the sale, for payOS's answer and for the books.
describe("an approved batch through payOS", { timeout: 500_000 }, () => {
  test("is offered, shows what payOS has to pay from, goes out once, and is paid and booked by itself", async () => {
    expect((await operator(run, "/payouts/plan")).body.ways).toEqual(["bank_file", "payos"])
    const batch = await sentByPayos("pay")
    expect(batch).toMatchObject({ way: "payos", state: "sent" })
    const funds = (await operator(run, `/payouts/${batch.id}/payos`)).body
    expect(funds).toMatchObject({ balance_vnd: expect.any(Number) as number, estimated_credit: expect.any(Number) as number })
    expect(await operator(run, `/payouts/${batch.id}/file.csv`)).toMatchObject({ status: 409, body: { code: "payout.goes_by_payos" } })
    const { lines: [line], acts, state } = await untilLine(batch.id, (candidate) => candidate.state === "paid")
    expect(state).toBe("settled")
    expect(line).toMatchObject({ bank_reference: expect.stringMatching(/^FTSBX/) as string, transfer: { state: "paid", attempts: 1 } })
    expect(acts.map(({ act }) => act)).toEqual(["created", "approved", "sent", "line_sent", "line_paid"])
    expect(await takenByPayos(line.id)).toEqual([expect.objectContaining({ amount_vnd: line.amount_vnd, to_account_number: line.account_number, description: `${line.reference} CHO PHIEN` })])
    await expect.poll(() => kindsOf(line.id), { timeout: 150_000 }).toEqual(["payout", "payout_paid"])
    const row = ["22/11/2026", line.bank_reference!, String(line.amount_vnd), `MBVCB.1.${line.reference} CHO PHIEN`].join(",")
    expect(await operator(run, "/payouts/statement", `Ngày giao dịch,Số tham chiếu,Phát sinh nợ,Nội dung\n${row}`)).toMatchObject({ status: 201, body: { outcomes: { matched: 1 } } })
    expect(await operator(run, `/payouts/lines/${line.id}/ask`, {})).toMatchObject({ status: 409, body: { code: "payout.nothing_to_ask" } })
  })

  test("what is held between its sending and its order is not ordered: it is owed again", async () => {
    const database = await houseDatabase()
    const emptied = `sbxpo_${randomUUID()}`
    try {
      // No money at payOS (less than none, which it says in a way nobody believes): the line is sent and waits.
      await database.query("insert into sandbox_payos_payout (id, reference_id, idempotency_key, amount_vnd, description, to_bin, to_account_number, plan) values ($1, $1, $1, 2000000000, 'x', '970499', '1', 'pay')", [emptied])
      const batch = await sentByPayos("pay")
      expect(batch).toMatchObject({ state: "sent", lines: [{ state: "in_transit", transfer: { state: "queued", attempts: 0, problem: expect.stringMatching(/^balance_/) as string } }] })
      const before = await payable()
      await database.query("update sale_delivery set shipped_at = now() + interval '10 days', delivered_at = null where order_id in (select order_id from ledger_journal where seller_id = $1 and kind = 'sale')", [shop.id])
      await database.query("delete from sandbox_payos_payout where id = $1", [emptied])
      await operator(run, `/payouts/lines/${batch.lines[0].id}/ask`, {})
      const { lines: [line], state } = await untilLine(batch.id, (candidate) => candidate.state !== "in_transit")
      expect([state, line]).toMatchObject(["settled", { state: "canceled", failure: "held", transfer: { state: "withdrawn", attempts: 0 } }])
      expect(await takenByPayos(line.id)).toEqual([])
      await expect.poll(() => kindsOf(line.id), { timeout: 150_000 }).toEqual(["payout", "payout_failed"])
      expect(await payable()).toBe(before + line.amount_vnd)
    } finally {
      await database.query("delete from sandbox_payos_payout where id = $1", [emptied])
      await database.query("update sale_delivery set shipped_at = now() - interval '10 days' where shipped_at > now()")
      await database.end()
    }
  })

  test.each([["timeout", 1], ["lost", 2], ["busy", 2]] as const)("%s: paid once, whatever was answered", async (plan, attempts) => {
    const batch = await sentByPayos(plan)
    const { lines: [line] } = await untilLine(batch.id, (candidate) => candidate.state === "paid")
    expect(line.transfer).toMatchObject({ attempts })
    expect(await takenByPayos(line.id)).toHaveLength(1)
  })
})

describe("what payOS does not pay", { timeout: 500_000 }, () => {
  test.each([["reject", /đã đóng/, 1], ["refuse", /không tồn tại/, 0]] as const)("%s: owed again, with the reason, and out in the next batch", async (plan, reason, taken) => {
    const batch = await sentByPayos(plan)
    const { lines: [line], state } = await untilLine(batch.id, (candidate) => candidate.state === "failed")
    expect(state).toBe("settled")
    expect(line.failure).toMatch(reason)
    expect(await takenByPayos(line.id)).toHaveLength(taken)
    await expect.poll(() => kindsOf(line.id), { timeout: 150_000 }).toEqual(["payout", "payout_failed"])
    expect(await payable()).toBeGreaterThanOrEqual(line.amount_vnd)
    await payosWill("pay")
    const again = batchOf(await operator(run, "/payouts", { reason: "Trả lại dòng hỏng", way: "payos", seller_ids: [line.seller_id] }))
    expect(again.total_vnd).toBeGreaterThanOrEqual(line.amount_vnd)
    expect(batchOf(await operator(run, `/payouts/${again.id}/cancel`, { note: "Xong kiểm thử" }))).toMatchObject({ state: "canceled" })
  })

  test("paid, and given back by the bank: the line says so, the books owe it again, and it goes out in the next batch", async () => {
    const batch = await sentByPayos("reverse")
    const { lines: [line] } = await untilLine(batch.id, (candidate) => candidate.state === "reversed")
    expect(line).toMatchObject({ failure: expect.stringContaining("trả lại") as string, transfer: { state: "reversed", attempts: 1 }, bank_reference: expect.stringMatching(/^FTSBX/) as string })
    await expect.poll(() => kindsOf(line.id), { timeout: 150_000 }).toEqual(["payout", "payout_paid", "payout_reversed"])
    expect(await payable()).toBeGreaterThanOrEqual(line.amount_vnd)
    expect((await fetchBatch(batch.id)).acts.map(({ act }) => act)).toEqual(["created", "approved", "sent", "line_sent", "line_paid", "line_reversed"])
    await payosWill("pay")
    const again = batchOf(await operator(run, "/payouts", { reason: "Trả lại dòng bị trả lại", way: "payos", seller_ids: [line.seller_id] }))
    expect(again.total_vnd).toBeGreaterThanOrEqual(line.amount_vnd)
    expect(batchOf(await operator(run, `/payouts/${again.id}/cancel`, { note: "Xong kiểm thử" }))).toMatchObject({ state: "canceled" })
  })

  test("an order payOS holds cannot be called failed by hand, and goes on when payOS lets it", async () => {
    const batch = await sentByPayos("hold")
    const { lines: [line] } = await untilLine(batch.id, (candidate) => candidate.transfer?.state === "taken")
    expect(await operator(run, `/payouts/lines/${line.id}/failed`, { note: "Ngân hàng báo lỗi" })).toMatchObject({ status: 409, body: { code: "payout.at_provider" } })
    await payosWill("pay")
    expect((await operator(run, `/payouts/lines/${line.id}/ask`, {})).status).toBe(200)
    await untilLine(batch.id, (candidate) => candidate.state === "paid")
  })
})

describe("the simulated payOS", () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(`${run.backend}/sandbox/payos/v1${path}`, { ...init, headers: { "content-type": "application/json", ...init.headers } })

  test("answers nobody without the keys, and takes no order of a stranger", async () => {
    for (const path of ["/payouts", "/payouts-account/balance"]) expect((await ask(path)).status).toBe(401)
    expect((await ask("/payouts/", { method: "POST", body: "{}", headers: { "x-client-id": "x", "x-api-key": "y" } })).status).toBe(401)
  })

  test("shows its orders as a page that says it is a simulation; a plan it does not know is refused", async () => {
    const page = await fetch(`${run.backend}/sandbox/payos/payouts`, { headers: { accept: "text/html" } })
    expect(await page.text()).toMatch(/mô phỏng[\s\S]*Lệnh chi ở payOS/)
    const wrong = await fetch(`${run.backend}/sandbox/payos/payouts`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ account_number: String(randomInt(1e9)), plan: "steal" }) })
    expect(wrong.status).toBe(400)
  })
})

test("a way that does not exist, and a batch without a note, are refused with words", async () => {
  expect(await operator(run, "/payouts", { reason: "Chi trả kiểm thử", way: "cash" })).toMatchObject({ status: 400, body: { fields: { way: expect.any(String) as string } } })
  expect((await fetch(`${run.backend}/admin/payouts/none/payos`)).status).toBe(401)
  expect(await operator(run, "/payouts/none/payos")).toMatchObject({ status: 404, body: { code: "payout.batch_not_found" } })
  expect(await operator(run, "/payouts/lines/none/ask", {})).toMatchObject({ status: 409 })
})
