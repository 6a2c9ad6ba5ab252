import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { operator, orderPaidByVnpay, orderSoldAndSent, untilJournals, type Reply } from "./support/books"
import type { TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { anotherOperator } from "./support/operators"
import { adminToken, readRun, sellerToken, type Run } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

type Line = { id: string; seller_id: string; reference: string; amount_vnd: number; state: string; account_number: string; account_name: string; bank_reference: string | null }
type Batch = { id: string; state: string; total_vnd: number; created_by: string; approved_by: string | null; lines: Line[]; acts: { act: string; by: string }[]; downloads: { email: string | null; file: string; at: string }[] }

let run: Run
/** Its own, whose books nobody else moves. */
let shop: TestShop
let listing: TestListing
let second: string

const batchOf = ({ body }: Reply) => body.payout as Batch
const payable = async () => {
  const { body } = await operator(run, `/ledger/accounts?seller_id=${shop.id}`)
  return (body.sellers as { payable_vnd: number }[])[0]?.payable_vnd ?? 0
}
const draft = () => operator(run, "/payouts", { reason: "Chi trả kiểm thử", seller_ids: [shop.id] })
const statement = (rows: string[][]) => operator(run, "/payouts/statement", ["Ngày giao dịch,Số tham chiếu,Phát sinh nợ,Nội dung", ...rows.map((row) => row.join(","))].join("\n"))

beforeAll(async () => {
  run = readRun()
  shop = await openShop(run, { province_code: "19", commune_code: "05503" })
  listing = await shop.sell({ stock: 60, price_vnd: 150_000, net_weight_grams: 200 })
  second = await anotherOperator(run)
})

describe("from an order to the seller's bank", () => {
  test("paid by VNPay, booked, drafted, approved by another, sent, and matched on the statement", async () => {
    const order = await orderPaidByVnpay(run, listing)
    await untilJournals(run, order.id, ["sale"])
    const before = await payable()
    expect(before).toBeGreaterThan(0)

    const verified = await operator(run, "/payouts/accounts", { seller_id: shop.id, note: "Đã so với giấy đăng ký" })
    expect(verified).toMatchObject({ status: 201 })
    // Nothing is paid out for goods that have not been sent.
    const heldVnd = async () => (await shop.call<{ now: { held_vnd: number } }>("/earnings")).body.now.held_vnd
    const heldBefore = await heldVnd()
    expect(heldBefore).toBeGreaterThan(0)
    expect((await shop.call(`/orders/${order.id}/ship`, {})).status).toBe(200)
    await operator(run, "/payouts/plan")
    expect(await heldVnd()).toBeLessThan(heldBefore)
    const made = await draft()
    expect(made.status).toBe(201)
    const batch = batchOf(made)
    expect(batch).toMatchObject({ state: "draft", approved_by: null, lines: [{ seller_id: shop.id, state: "planned" }] })
    expect(await draft()).toMatchObject({ status: 409, body: { code: "payout.nothing_to_pay", skipped: [{ reason: "in_another_batch" }] } })
    expect(await operator(run, `/payouts/${batch.id}/file.csv`)).toMatchObject({ status: 409 })

    const approve = (as?: string) => operator(run, `/payouts/${batch.id}/approve`, { note: "Đã đối chiếu từng dòng" }, as)
    expect(await approve()).toMatchObject({ status: 403, body: { code: "payout.same_person" } })
    expect(batchOf(await approve(second))).toMatchObject({ state: "approved", lines: [{ state: "in_transit" }] })
    expect(await approve(second)).toMatchObject({ status: 409, body: { code: "payout.wrong_state" } })
    expect(await payable()).toBe(before - batch.total_vnd - (batch.lines[0] as Line & { netted_vnd: number }).netted_vnd)

    const file = await operator(run, `/payouts/${batch.id}/file.csv?layout=mb`)
    expect(file.text.split("\r\n")[1]).toBe(`1,${batch.lines[0]!.account_number},${batch.lines[0]!.account_name},${file.text.split("\r\n")[1]!.split(",")[3]},${batch.total_vnd},VND,CHO PHIEN TRA TIEN ${batch.lines[0]!.reference}`)
    expect(await operator(run, `/payouts/${batch.id}/file.csv?layout=none`)).toMatchObject({ status: 404, body: { code: "payout.unknown_layout" } })
    expect((await operator(run, `/payouts/${batch.id}/file.xlsx`)).status).toBe(200)

    expect(batchOf(await operator(run, `/payouts/${batch.id}/sent`, { note: "Đã nộp lên ngân hàng" }))).toMatchObject({ state: "sent" })
    const memo = `MBVCB.123.CHO PHIEN TRA TIEN ${batch.lines[0]!.reference}.CT tu 01`
    const differing = await statement([["22/11/2026", `FT${randomInt(1e9)}`, String(batch.total_vnd + 1), memo]])
    expect(differing).toMatchObject({ status: 201, body: { outcomes: { amount_differs: 1 } } })
    const bankReference = `FT${randomInt(1e9)}`
    const rows = [["22/11/2026", bankReference, String(batch.total_vnd), memo], ["22/11/2026", "FT0", "11000", "PHI CHUYEN TIEN"]]
    expect(await statement(rows)).toMatchObject({ status: 201, body: { lines: 2, outcomes: { matched: 1 } } })
    expect(await statement(rows)).toMatchObject({ status: 201, body: { outcomes: { known: 2 } } })
    const settled = batchOf(await operator(run, `/payouts/${batch.id}`))
    expect(settled).toMatchObject({ state: "settled", lines: [{ state: "paid", bank_reference: bankReference }] })
    expect(settled.acts.map(({ act }) => act)).toEqual(["created", "approved", "file_downloaded", "file_downloaded", "sent", "line_paid"])
    // Refused ones are no downloads.
    expect(settled.downloads).toEqual(["mb.csv", "generic.xlsx"].map((file) => ({ email: expect.stringContaining("@") as string, file, at: expect.any(String) as string })))

    const journals = (await operator(run, `/ledger/journals?seller_id=${shop.id}&limit=100`)).body.journals as { key: string; kind: string }[]
    expect(journals.filter(({ key }) => key.endsWith(batch.lines[0]!.id)).map(({ kind }) => kind).sort()).toEqual(["payout", "payout_paid"])

    const { body } = await operator(run, "/payouts/statement?limit=100")
    const difference = (body.differences as { id: string; memo: string; outcome: string }[]).find((candidate) => candidate.memo === memo)!
    expect(difference.outcome).toBe("amount_differs")
    expect((await operator(run, `/payouts/statement/${difference.id}/resolve`, { note: "Ngân hàng đã thu hồi" })).status).toBe(200)
    expect(await operator(run, `/payouts/statement/${difference.id}/resolve`, { note: "Ngân hàng đã thu hồi" })).toMatchObject({ status: 404 })
  })

  test("what is held between the approval and the sending is left out and owed again, unless the bank has the file", async () => {
    const order = await orderSoldAndSent(run, shop, listing)
    const owed = await payable()
    const approved = async () => {
      const batch = batchOf(await draft())
      await operator(run, `/payouts/${batch.id}/approve`, { note: "Đã đối chiếu từng dòng" }, second)
      return batch
    }
    const database = await houseDatabase()
    const hold = (held: boolean) => database.query(`update sale_delivery set shipped_at = now() + make_interval(days => $2), delivered_at = null where order_id = $1`, [order.id, held ? 10 : -10])
    const act = (batch: Batch, what: string, body?: object) => operator(run, `/payouts/${batch.id}/${what}`, body && { note: "Đơn bị trả hàng", ...body })
    try {
      const batch = await approved()
      const booked = await payable()
      expect((await act(batch, "held")).body).toEqual({ shops: [] })
      await hold(true)
      expect((await act(batch, "held")).body).toEqual({ shops: [expect.any(String)] })
      expect(await act(batch, "file.csv")).toMatchObject({ status: 409, body: { code: "payout.held_since" } })
      expect(await act(batch, "sent", {})).toMatchObject({ status: 409, body: { code: "payout.held_since" } })
      expect(await act(batch, "drop-held", { note: "", not_at_bank: true })).toMatchObject({ status: 400 })
      // Paid from a file all the same it would be paid twice: whoever takes lines out says that no bank has one.
      for (const body of [{}, { not_at_bank: false }]) expect(await act(batch, "drop-held", body)).toMatchObject({ status: 400 })
      const dropped = await act(batch, "drop-held", { not_at_bank: true })
      expect(dropped).toMatchObject({ status: 200, body: { dropped: 1 } })
      expect(batchOf(dropped)).toMatchObject({ state: "settled", total_vnd: 0, lines: [{ state: "canceled", failure: "held" }] })
      expect(await payable()).toBe(booked + batch.total_vnd)
      expect(await payable()).toBeLessThanOrEqual(owed)
      expect(await act(batch, "drop-held", { not_at_bank: true })).toMatchObject({ status: 200, body: { dropped: 0 } })
      await hold(false)
      const again = await approved()
      await hold(true)
      expect(batchOf(await act(again, "sent", { file_at_bank: true }))).toMatchObject({ state: "sent", lines: [{ state: "in_transit" }] })
      expect((await operator(run, `/payouts/lines/${again.lines[0]!.id}/failed`, { note: "Ngân hàng không nhận" })).status).toBe(200)
    } finally {
      await hold(false)
      await database.end()
    }
  })

  test("a payout that fails is owed again, and goes out in the next batch", async () => {
    await orderSoldAndSent(run, shop, listing)
    const before = await payable()
    const batch = batchOf(await draft())
    await operator(run, `/payouts/${batch.id}/approve`, { note: "Đã đối chiếu từng dòng" }, second)
    await operator(run, `/payouts/${batch.id}/sent`, { note: "Đã nộp lên ngân hàng" })
    const [line] = batch.lines as [Line & { netted_vnd: number }]
    expect((await operator(run, `/payouts/lines/${line.id}/failed`, { note: "Sai số tài khoản" })).status).toBe(200)
    expect(await operator(run, `/payouts/lines/${line.id}/paid`, { bank_reference: "FT9", note: "Nhầm nút bấm" })).toMatchObject({ status: 409, body: { code: "payout.line_settled" } })
    expect(await payable()).toBe(before - line.netted_vnd)
    const next = batchOf(await draft())
    expect(next.total_vnd).toBe(batch.total_vnd)
    expect(batchOf(await operator(run, `/payouts/${next.id}/cancel`, { note: "Xong kiểm thử" }))).toMatchObject({ state: "canceled" })
  })
})

describe("who reads the same money", () => {
  test("the shop sees each order with what was kept back, and takes it home as a file", async () => {
    const order = await orderPaidByVnpay(run, listing)
    await untilJournals(run, order.id, ["sale"])
    const { status, body } = await shop.call<{ orders: { order_id: string; gross_vnd: number; shipping_vnd: number; net_vnd: number; commission_vnd: number; tax_vnd: number }[]; now: { payable_vnd: number } }>("/earnings")
    expect(status).toBe(200)
    const mine = body.orders.find(({ order_id }) => order_id === order.id)!
    expect(mine).toMatchObject({ gross_vnd: order.total_vnd, shipping_vnd: order.shipping_vnd, net_vnd: order.total_vnd - mine.commission_vnd - mine.tax_vnd })
    expect(await shop.call("/earnings?from=2999-01-01")).toMatchObject({ status: 400 })
    // A page at a time, newest first, and nothing twice.
    type Page = { count: number; orders: { order_id: string }[]; charges: object[]; others: object[] }
    const page = async (limit: number, offset: number) => (await shop.call<Page>(`/earnings?limit=${limit}&offset=${offset}`)).body
    const sizeOf = ({ orders, charges, others }: Page) => orders.length + charges.length + others.length
    const [first, next, two] = [await page(1, 0), await page(1, 1), await page(2, 0)]
    for (const part of ["orders", "charges", "others"] as const) expect([...first[part], ...next[part]]).toEqual(two[part])
    expect([sizeOf(first), sizeOf(next), sizeOf(two)]).toEqual([1, 1, 2])
    expect([first.count, next.count, sizeOf(await page(100, two.count))]).toEqual([two.count, two.count, 0])
    for (const wrong of ["limit=0", "limit=101", "limit=x", "offset=-1"]) expect((await shop.call(`/earnings?${wrong}`)).status, wrong).toBe(400)
    const authorization = `Bearer ${await sellerToken(run, shop.phone)}`
    const csv = await (await fetch(`${run.backend}/seller/earnings.csv`, { headers: { authorization } })).text()
    expect(csv.split("\r\n").find((line) => line.includes(`,${String(mine.gross_vnd)},`))).toBeTruthy()
    const xlsx = await fetch(`${run.backend}/seller/earnings.xlsx`, { headers: { authorization } })
    expect(Buffer.from(await xlsx.arrayBuffer()).subarray(0, 2).toString()).toBe("PK")
    // A file is the whole period: what asks for a part of it is told so.
    for (const file of ["csv", "xlsx"]) expect((await fetch(`${run.backend}/seller/earnings.${file}?limit=1`, { headers: { authorization } })).status, file).toBe(400)
    expect((await fetch(`${run.backend}/seller/earnings.csv`)).status).toBe(401)
  })

  test("gateway, orders and books agree on a payment, and the day's report says so", async () => {
    const order = await orderPaidByVnpay(run, listing)
    await untilJournals(run, order.id, ["sale"])
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date(order.payment.paid_at!))
    expect((await operator(run, `/reconciliation/days/${day}/run`, {})).status).toBe(200)
    const { body } = await operator(run, "/reconciliation")
    const report = (body.days as { day: string; rail: string; payments: number; gateway_vnd: number }[]).find((row) => row.day === day && row.rail === "vnpay")!
    expect(report.payments).toBeGreaterThan(0)
    expect(report.gateway_vnd).toBeGreaterThanOrEqual(order.total_vnd)
    expect((body.differences as { order_id: string | null }[]).filter(({ order_id }) => order_id === order.id)).toEqual([])
    expect(await operator(run, "/reconciliation/days/2999-01-01/run", {})).toMatchObject({ status: 400, body: { code: "reconciliation.future_day" } })
    expect(await operator(run, "/reconciliation/days/yesterday/run", {})).toMatchObject({ status: 400 })
    expect(await operator(run, "/reconciliation/differences/none/resolve", { note: "Không có gì" })).toMatchObject({ status: 404 })
  })
})

describe("hands that should not", () => {
  test("a file that is no statement says what is missing; nobody but an operator gets in", async () => {
    const long = await operator(run, "/payouts/statement", `Ngày;Nợ;Nội dung\n${"22/11/2026;1000;x\n".repeat(5_001)}`)
    expect(long).toMatchObject({ status: 400, body: { code: "payout.statement_too_long", fields: { file: expect.stringContaining("chia sao kê") as string } } })
    expect(await operator(run, "/payouts/statement", "xin chào")).toMatchObject({ status: 400, body: { code: "payout.statement_no_headings", fields: { file: expect.any(String) as string } } })
    expect(await statement([["31/02/2026", "FT1", "5000", "x"]])).toMatchObject({ status: 400, body: { code: "payout.statement_bad_row", row: 2 } })
    expect(await operator(run, "/payouts", { reason: "x" })).toMatchObject({ status: 400, body: { fields: { reason: expect.any(String) as string } } })
    for (const path of ["/payouts", "/payouts/plan", "/payouts/statement"]) expect((await fetch(`${run.backend}/admin${path}`)).status).toBe(401)
    expect(await adminToken(run)).not.toBe(second)
  })

  test("an API key is nobody's second pair of eyes, and a dismissed operator's token neither", async () => {
    const entries = [{ account: "seller_payable", seller_id: shop.id, amount_vnd: -1_000 }, { account: "bank", amount_vnd: 1_000 }]
    const { id } = (await operator(run, "/ledger/adjustments", { reference: `KEY-${randomInt(1e9)}`, reason: "Tự duyệt bằng khoá", entries })).body
    const approve = (authorization: string) =>
      fetch(`${run.backend}/admin/ledger/adjustments/${String(id)}/approve`, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify({ note: "Tự duyệt bằng khoá" }) })
    const { api_key: key } = (await operator(run, "/api-keys", { title: `Khoá ${randomInt(1e9)}`, type: "secret" })).body as { api_key: { id: string; token: string } }
    const basic = `Basic ${Buffer.from(`${key.token}:`).toString("base64")}`
    const refused = await approve(basic)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: "operator.person_needed", message: expect.stringMatching(/khoá API/) as string })
    for (const path of ["/payouts", "/PAYOUTS/x/approve", "/payouts/accounts", "/ledger/settlements", "/tax-rules", "/cod-rules", "/shipping-tariff"]) {
      expect((await fetch(`${run.backend}/admin${path}`, { method: "POST", headers: { authorization: basic } })).status, path).toBe(403)
    }
    expect((await fetch(`${run.backend}/admin/payouts`, { headers: { authorization: basic } })).status).toBe(200)
    await operator(run, `/api-keys/${key.id}/revoke`, {})

    const third = await anotherOperator(run)
    const { user } = (await operator(run, "/users/me", undefined, third)).body as { user: { id: string } }
    const dismissed = await fetch(`${run.backend}/admin/users/${user.id}`, { method: "DELETE", headers: { authorization: `Bearer ${await adminToken(run)}` } })
    expect(dismissed.status).toBe(200)
    expect([401, 403]).toContain((await approve(`Bearer ${third}`)).status)
    expect((await operator(run, `/ledger/adjustments/${String(id)}/refuse`, { note: "Xong kiểm thử" })).status).toBe(200)
  })
})
