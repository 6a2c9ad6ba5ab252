import { randomInt, randomUUID } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { lastHundred } from "./support/books"
import { asOperator, asSeller, newListing, placed, readyCart, transfer, untilGroup, type Placed, type TestGroup, type TestListing } from "./support/checkout"
import { adminToken, post, readRun, sellerToken, type Run } from "./support/people"

/** Transfers as aggregators tell them, lose them and tell them twice, on orders of the spec's own; and the desk. */
type Delivery = { aggregator: string; status: number; body: { outcome?: string; reason?: string; code?: string } }
let run: Run
let listing: TestListing

beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 200)
})

async function order(): Promise<{ group: Placed; payload: string; memo: string; id: string }> {
  const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
  const view = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
  const { payload, memo } = view.orders[0]!.payment.vietqr!
  return { group, payload, memo, id: view.orders[0]!.id }
}
const pay = async (body: Record<string, unknown>) => ((await transfer(run, body)) as { deliveries: Delivery[] }).deliveries
const paid = (group: TestGroup) => group.orders[0]!.state === "paid"
const reference = () => `FT${randomUUID().replaceAll("-", "").slice(0, 16)}`
const askLists = () => post<{ fetched: number }>(`${run.backend}/sandbox/bank/lists`, {})
const desk = async <T>(path: string): Promise<{ status: number; body: T }> => {
  const response = await fetch(`${run.backend}/admin/cashless-payment${path}`, { headers: { authorization: `Bearer ${await adminToken(run)}` } })
  return { status: response.status, body: (await response.json()) as T }
}

describe("told by", () => {
  test.each(["sepay", "payos", "casso"])("%s, an order is paid", async (aggregators) => {
    const { group, payload } = await order()
    expect(await pay({ payload, aggregators })).toMatchObject([{ aggregator: aggregators, status: 200, body: { outcome: "matched", reason: "exact" } }])
    await untilGroup(run, group, paid)
  })

  test("two aggregators, each twice, one transfer is one transfer", async () => {
    const { group, payload } = await order()
    const deliveries = await pay({ payload, aggregators: "casso,sepay", notices: 2 })
    expect(deliveries.map(({ body }) => body.reason)).toEqual(["exact", "duplicate", "duplicate", "duplicate"])
    await untilGroup(run, group, paid)
  })

  test.each(["sepay", "casso"])("%s with a notice an hour old or wrongly signed, nothing is believed", async (aggregators) => {
    const { payload } = await order()
    expect((await pay({ payload, aggregators, signature: "stale" }))[0]).toMatchObject({ status: 401, body: { code: "cashless-payment.stale_timestamp" } })
    expect((await pay({ payload, aggregators, signature: "wrong" }))[0]).toMatchObject({ status: 401, body: { code: "cashless-payment.wrong_signature" } })
  })

  test.each(["stripped", "hyphened", "lower", "prefixed", "suffixed"])("a bank that writes the memo %s, the order is found", async (mangling) => {
    const { payload } = await order()
    expect((await pay({ payload, mangling }))[0]?.body).toMatchObject({ outcome: "matched" })
  })

  test("nobody but the list, the order ends paid by itself", async () => {
    for (const aggregators of ["sepay", "casso"]) {
      const { group, payload } = await order()
      expect(await pay({ payload, aggregators, notices: 0 })).toEqual([])
      await askLists()
      await untilGroup(run, group, paid)
    }
  })

  test("an aggregator a moment later, the order is paid then", async () => {
    const { group, payload } = await order()
    await pay({ payload, delay_ms: 1_500 })
    await untilGroup(run, group, paid)
  })
})

describe("a seller", () => {
  type Money = { money_received: { may_say: boolean; missing_vnd: number; said: { said_by: string; confirmed_by_bank: boolean } | null }; code?: string; fields?: Record<string, string> }
  const of = (id: string) => asSeller<Money>(run, `/orders/${id}/money-received`)
  const say = (id: string, body: Record<string, unknown>) => asSeller<Money>(run, `/orders/${id}/money-received`, body)

  test("says the money has come: the order is paid at once, by whom stays visible, and the bank's word confirms it", async () => {
    const { group, payload, id } = await order()
    const { body } = await of(id)
    expect(body.money_received).toMatchObject({ may_say: true, said: null })
    const missing = body.money_received.missing_vnd
    expect(await say(id, { amount_vnd: missing })).toMatchObject({ status: 200, body: { money_received: { may_say: false, said: { said_by: expect.any(String), confirmed_by_bank: false } } } })
    await untilGroup(run, group, paid)
    expect((await pay({ payload }))[0]?.body).toMatchObject({ outcome: "ignored", reason: "confirms_manual" })
    expect((await of(id)).body.money_received.said).toMatchObject({ confirmed_by_bank: true })
    const { body: lines } = await desk<{ lines: { amount_vnd: number; confirmed_by_bank: boolean }[] }>("/by-hand?limit=5")
    expect(lines.lines.some((line) => line.amount_vnd === missing && line.confirmed_by_bank)).toBe(true)
  })

  test("who says another amount is told what is missing, and nothing is paid", async () => {
    const { id } = await order()
    const missing = (await of(id)).body.money_received.missing_vnd
    expect(await say(id, { amount_vnd: missing - 1 })).toMatchObject({ status: 409, body: { code: "seller_order.money_under", missing_vnd: missing } })
    expect(await say(id, { amount_vnd: missing + 1 })).toMatchObject({ status: 409, body: { code: "seller_order.money_over", fields: { amount_vnd: expect.any(String) } } })
    for (const amount of [0, -1, 1.5, "150000", null]) expect((await say(id, { amount_vnd: amount })).status).toBe(400)
    expect((await of(id)).body.money_received.may_say).toBe(true)
  })

  test("says nothing about orders of others, and nobody says anything without logging in", async () => {
    expect((await say("order_unknown", { amount_vnd: 1 })).status).toBe(404)
    const { id } = await order()
    const response = await fetch(`${run.backend}/seller/orders/${id}/money-received`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ amount_vnd: 1 }) })
    expect(response.status).toBe(401)
  })
})

describe("the desk", () => {
  const strayMoney = async (fields: Record<string, unknown> = {}) => {
    const reference_code = reference()
    await pay({ bin: "970422", account_number: "0000000000", amount_vnd: 1_000 + randomInt(1_000_000), memo: "chuyen tien", reference_code, ...fields })
    const last = await lastHundred<{ id: string; amount_vnd: number; reference_code: string }>(run, "/cashless-payment/unmatched", "transactions")
    return last.find((row) => row.reference_code === reference_code)!
  }

  test("finds the order by its code and lets money without a code pay it", async () => {
    const { group, memo } = await order()
    const { body: found } = await desk<{ intents: { id: string; amount_vnd: number }[] }>(`/intents?q=${memo.toLowerCase()}`)
    const intent = found.intents[0]!
    const money = await strayMoney({ amount_vnd: intent.amount_vnd })
    const assign = (amount_vnd: number, lies_with: string | null = "house") => asOperator(run, `/cashless-payment/unmatched/${money.id}/assign`, { intent_id: intent.id, amount_vnd, lies_with })
    expect(await assign(intent.amount_vnd + 1)).toMatchObject({ status: 409, body: { code: "cashless-payment.amount_changed" } })
    expect(await assign(intent.amount_vnd)).toMatchObject({ status: 200, body: { intent: { status: "succeeded" } } })
    expect((await assign(intent.amount_vnd)).status).toBe(404)
    await untilGroup(run, group, paid)
  })

  test("sends back what nobody ordered, with a code to scan, and notes the bank's reference", async () => {
    const money = await strayMoney({ aggregators: "payos" })
    const { body } = await asOperator<{ hand_transfer_id: string }>(run, `/cashless-payment/unmatched/${money.id}/return`, {})
    const transfers = await lastHundred<{ id: string; to: object | null; qr_svg: string | null }>(run, "/cashless-payment/hand-transfers", "transfers")
    expect(transfers.find(({ id }) => id === body.hand_transfer_id)).toMatchObject({ to: { bin: "970436" }, qr_svg: expect.stringContaining("<svg") })
    const done = (bank_reference: string) => asOperator(run, `/cashless-payment/hand-transfers/${body.hand_transfer_id}/done`, { bank_reference })
    expect(await done("")).toMatchObject({ status: 400, body: { fields: { bank_reference: expect.any(String) } } })
    expect((await done("FT-999")).status).toBe(200)
    expect((await done("FT-999")).status).toBe(404)
  })

  test("has a place for rows of the lists that can't be read, and says which one it does not know", async () => {
    expect(await desk("/unread-rows?limit=5")).toMatchObject({ status: 200, body: { rows: expect.any(Array) as unknown[], count: expect.any(Number) as number, lists: expect.any(Array) as unknown[], limit: 5, offset: 0 } })
    expect(await asOperator(run, "/cashless-payment/unread-rows/ubr_x/resolve", { note: "tra rồi, không phải tiền đơn" })).toMatchObject({ status: 404, body: { code: "cashless-payment.unread_row_not_found" } })
    expect(await asOperator(run, "/cashless-payment/unread-rows/ubr_x/resolve", { note: "x" })).toMatchObject({ status: 400, body: { fields: { note: expect.stringContaining("5 ký tự") as string } } })
  })

  test("is the operator's alone", async () => {
    const money = await strayMoney()
    const tokens: Record<string, string>[] = [{}, { authorization: `Bearer ${await sellerToken(run)}` }]
    for (const headers of tokens) {
      for (const path of ["/unmatched", "/unread-rows", "/hand-transfers", "/by-hand", "/intents?q=don"]) {
        expect((await fetch(`${run.backend}/admin/cashless-payment${path}`, { headers })).status).toBe(401)
      }
      for (const act of ["assign", "return", "resolve"]) {
        const response = await fetch(`${run.backend}/admin/cashless-payment/unmatched/${money.id}/${act}`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: "{}" })
        expect(response.status).toBe(401)
      }
    }
  })

  test("is a person's: an API key may read what lies there and decide nothing", async () => {
    const money = await strayMoney()
    const { body } = await asOperator<{ api_key: { id: string; token: string } }>(run, "/api-keys", { title: `Khoá bàn tiền ${randomInt(1e9)}`, type: "secret" })
    const authorization = `Basic ${Buffer.from(`${body.api_key.token}:`).toString("base64")}`
    const call = (path: string, method: string) => fetch(`${run.backend}/admin/cashless-payment${path}`, { method, headers: { authorization, "content-type": "application/json" }, ...(method === "POST" && { body: JSON.stringify({ note: "bằng khoá API" }) }) })
    for (const path of [`/unmatched/${money.id}/assign`, `/unmatched/${money.id}/return`, `/UNMATCHED/${money.id}/resolve`, "/unread-rows/ubr_x/resolve", "/hand-transfers/htr_x/done", "/hand-transfers/htr_x/take-over", "/suspected/pi_x/give-up", "/suspected/hold"]) {
      const refused = await call(path, "POST")
      expect(refused.status, path).toBe(403)
      expect(await refused.json(), path).toMatchObject({ code: "cashless-payment.person_needed", message: expect.stringMatching(/khoá API/) as string })
    }
    expect((await call("/unmatched", "GET")).status).toBe(200)
    expect((await call("/unread-rows", "GET")).status).toBe(200)
    expect((await asOperator(run, `/cashless-payment/unmatched/${money.id}/resolve`, { note: "tiền kiểm thử" })).status).toBe(200)
    await asOperator(run, `/api-keys/${body.api_key.id}/revoke`, {})
  })

  test.each(["/unmatched?limit=0", "/unmatched?limit=x", "/unmatched?older_than_days=-1", "/unmatched?reason=%27%3B", "/unread-rows?limit=0", "/hand-transfers?offset=-1", "/by-hand?limit=101", "/suspected?limit=0", "/webhook-deliveries?status=lost", "/webhook-deliveries?page=2", "/intents?q=", "/intents"])("answers %s with 400", async (path) => {
    expect((await desk(path)).status).toBe(400)
  })
})
