import { createRequire } from "node:module"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { Row } from "./operations/sql"
import type * as Long from "./operations/take-vnpay-notice"
import type * as Short from "./operations/take-usual-vnpay-notice"
import { signedVnpayQuery, type VnpayParams } from "./rules/vnpay-signature"
import type { Transactions } from "./transactions"

// The built code, so that both ways and the service are of one copy.
const built = createRequire(import.meta.url)
const operations = "../../../.medusa/server/src/modules/cashless-payment/operations"
const { takeUsualVnpayNotice } = built(`${operations}/take-usual-vnpay-notice`) as typeof Short
const { takeVnpayNotice } = built(`${operations}/take-vnpay-notice`) as typeof Long

const TMN_CODE = "TESTTMN1"
const SECRET = "made-up-secret-of-the-test"
const FORMER = { code: "OTHER001", secret: "made-up-secret-before" }
const AMOUNT = 150_000
const FAILURE: VnpayParams = { vnp_ResponseCode: "24", vnp_TransactionStatus: "02", vnp_TransactionNo: "0" }
const NOW = new Date("2026-11-22T03:00:00.000Z")

let running: RunningModule
let transactions: Transactions
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", PAYMENT_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"), VNPAY_TMN_CODE: TMN_CODE, VNPAY_HASH_SECRET: SECRET, VNPAY_FORMER_TERMINALS: `${FORMER.code}:${FORMER.secret}`, VNPAY_PAY_URL: "http://127.0.0.1:1/pay", VNPAY_API_URL: "http://127.0.0.1:1/api", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_usual_notice")
  transactions = (running.payments as unknown as { transactions: Transactions }).transactions
  // A receiver that is never reached: what is asked for is whether deliveries are written.
  await running.payments.webhooks.createEndpoint({ url: "https://receiver.invalid/hook", enabledEvents: ["*"], description: null, metadata: {}, apiVersion: null })
})
afterAll(() => {
  delete process.env.VNPAY_FORMER_TERMINALS
  return running?.stop()
})

async function newPayment(): Promise<{ intentId: string; params: VnpayParams }> {
  serial += 1
  const intent = await running.payments.createIntent({ amountVnd: AMOUNT, rail: "vnpay", description: "Đơn hàng thử", metadata: { order_id: "order_1" }, expiresAt: new Date(Date.now() + 1_800_000), idempotencyKey: `usual-${serial}` })
  const { txnRef } = await running.payments.startVnpayAttempt(intent.id, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
  const params = {
    vnp_TmnCode: TMN_CODE, vnp_Amount: String(AMOUNT * 100), vnp_BankCode: "NCB", vnp_CardType: "ATM", vnp_OrderInfo: "Don hang thu", vnp_PayDate: "20261122090233",
    vnp_ResponseCode: "00", vnp_TransactionNo: String(14_000_000 + serial), vnp_TransactionStatus: "00", vnp_TxnRef: txnRef,
  }
  return { intentId: intent.id, params }
}

const raw = (params: VnpayParams, fields: VnpayParams = {}) => signedVnpayQuery({ ...params, ...fields }, SECRET)
const short = (params: VnpayParams, meddle = async () => {}) =>
  transactions.each((run) => takeUsualVnpayNotice(async (statement, values) => {
    if (!/_(read|again)$/.test(statement.name)) await meddle()
    return run(statement, values)
  }, params, raw(params), NOW))

/** All that is kept of a payment, less what two payments never share. */
async function kept({ intentId, params }: { intentId: string; params: VnpayParams }) {
  const tables = ["payment_intent", "payment_attempt", "payment_inbox", "bank_transaction", "payment_outbox_event", "webhook_delivery"]
  const where = (table: string) => (table === "payment_intent" ? "id = ?" : table === "webhook_delivery" ? "subject = ?" : "intent_id = ?")
  const ownValues = [intentId, params.vnp_TxnRef ?? "", params.vnp_TransactionNo ?? "", intentId.replace(/^pi_/, "")]
  const anonymous = (row: Row) => {
    const { id: _id, created_at: _c, updated_at: _u, sequence: _s, event_sequence: _e, event_id: _v, idempotency_key: _k, client_secret: _w, expires_at: _x, next_query_at: _q, vnpay_create_date: _d, raw: _r, next_attempt_at: _n, leased_until: _l, attempts: _a, last_attempt_at: _t, error: _f, emissions: _m, next_emission_at: _o, acknowledged_at: acknowledged, ...rest } = row
    let text = JSON.stringify({ ...rest, acknowledged: acknowledged !== null }, (key, value: unknown) => (["created", "client_secret", "url"].includes(key) ? null : value))
    for (const value of ownValues) text = text.replaceAll(value, "OWN")
    return text.replaceAll(/(txn_ref|redirect_url)":"[^"]*"/g, "$1\":null")
  }
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, (await running.rows(`select * from ${table} where ${where(table)}${table === "webhook_delivery" ? " order by event_sequence" : table === "payment_outbox_event" ? " order by sequence" : ""}`, [intentId])).map(anonymous)])))
}

describe("the short way of the usual notice", () => {
  test("is the way a payment and its repeat take, and no other", async () => {
    const { params } = await newPayment()
    const long = vi.spyOn(running.payments, "inTransaction")
    expect(await running.payments.takeVnpayIpn(raw(params))).toMatchObject({ RspCode: "00" })
    expect(await running.payments.takeVnpayIpn(raw(params))).toMatchObject({ RspCode: "02" })
    // What looks for webhooks to send runs in transactions too; none of theirs touched an inbox.
    const [inbox] = await running.rows("select deliveries, outcome from payment_inbox where dedupe_key like ?", [`%${params.vnp_TxnRef}%`])
    expect(inbox).toMatchObject({ deliveries: 2, outcome: "money_matched" })
    expect(long.mock.calls.some(([work]) => work.toString().includes("takeVnpayNotice"))).toBe(false)
    long.mockRestore()
  })

  test("sends its webhooks at once, and looks for none where nothing was written", async () => {
    const { params } = await newPayment()
    const soon = vi.spyOn(running.payments.webhooks, "deliverSoon")
    const looks = async (fields: VnpayParams) => {
      soon.mockClear()
      await running.payments.takeVnpayIpn(raw(params, fields))
      return soon.mock.calls.length
    }
    expect([await looks(FAILURE), await looks(FAILURE), await looks({ vnp_Amount: "100" }), await looks({}), await looks({})]).toEqual([1, 0, 0, 1, 0])
    soon.mockRestore()
  })

  test("is not that of another terminal's notice, though that is ours too: 01 by the long way as well, and nothing is paid", async () => {
    const { intentId, params } = await newPayment()
    const notice = signedVnpayQuery({ ...params, vnp_TmnCode: FORMER.code }, FORMER.secret)
    for (const _ of ["first", "again"]) expect(await running.payments.takeVnpayIpn(notice)).toMatchObject({ RspCode: "01" })
    // Signed with the secret of the present terminal it is nobody's word about the former one.
    expect(await running.payments.takeVnpayIpn(raw(params, { vnp_TmnCode: FORMER.code }))).toMatchObject({ RspCode: "97" })
    expect(await running.payments.retrieveIntent(intentId)).toMatchObject({ status: "requires_action", amount_received_vnd: 0 })
  })

  test.each([
    ["paid", {}, "00", 2],
    ["failed", FAILURE, "00", 1],
    ["failed before, paid now", {}, "00", 2, FAILURE],
    ["paid with a wrong amount", { vnp_Amount: "100" }, "04", 0],
    ["failed with a wrong amount", { ...FAILURE, vnp_Amount: "100" }, "04", 0],
    ["an amount that is no number", { vnp_Amount: "x" }, "04", 0],
  ] as [string, VnpayParams, string, number, VnpayParams?][])("leaves every table exactly as the long way does: %s", async (_what, fields, code, told, before) => {
    const [one, other] = [await newPayment(), await newPayment()]
    if (before) for (const { params } of [one, other]) await running.payments.takeVnpayIpn(raw(params, before))
    const events = (await kept(one)).payment_outbox_event!.length
    expect(await short({ ...one.params, ...fields })).toMatchObject({ answer: { RspCode: code }, listeners: told > 0, webhooks: told > 0 })
    expect(await running.payments.inTransaction((sql) => takeVnpayNotice(sql, { ...other.params, ...fields }, raw(other.params, fields), NOW))).toMatchObject({ RspCode: code })
    const [first, second] = [await kept(one), await kept(other)]
    expect(first.payment_outbox_event).toHaveLength(events + told)
    expect(first.webhook_delivery).toHaveLength(events + told)
    expect(first).toEqual(second)
  })

  test.each([["paid", {}, 1], ["failed", FAILURE, 0]] as [string, VnpayParams, number][])("an unknown reference, %s: 01, kept, and its money on the desk as the long way puts it there", async (_what, fields, money) => {
    const { params } = await newPayment()
    const [one, other] = ["one", "other"].map((name) => ({ ...params, ...fields, vnp_TxnRef: `NO${serial}${name}` })) as unknown as [VnpayParams, VnpayParams]
    expect(await short(one)).toMatchObject({ answer: { RspCode: "01" }, listeners: false, webhooks: false })
    expect(await running.payments.inTransaction((sql) => takeVnpayNotice(sql, other, raw(other), NOW))).toMatchObject({ RspCode: "01" })
    const of = async ({ vnp_TxnRef: ref }: VnpayParams) => JSON.parse(JSON.stringify([
      await running.rows("select provider, dedupe_key, deliveries, outcome, intent_id from payment_inbox where dedupe_key like ?", [`%|${ref}|%`]),
      await running.rows("select provider, provider_transaction_id, bank_name, account_number, direction, amount_vnd, raw_amount_vnd, surplus_vnd, memo, booked_at, intent_id, state, reason from bank_transaction where provider_transaction_id like ?", [`${ref}:%`]),
    ]).replaceAll(ref!, "REF")) as [Row[], Row[]]
    expect(await of(one)).toEqual(await of(other))
    const [inbox, booked] = await of(one)
    expect(inbox).toMatchObject([{ deliveries: 1, outcome: "order_not_found" }])
    expect(booked).toHaveLength(money)
    // Told again it is heard again, by the long way: its payment may have come meanwhile.
    expect(await short(one)).toBeNull()
    expect(await running.payments.takeVnpayIpn(raw(one))).toMatchObject({ RspCode: "01" })
    expect((await of(one))[0]).toMatchObject([{ deliveries: 2, outcome: "order_not_found" }])
    expect((await of(one))[1]).toHaveLength(money)
  })

  test("a failure while another attempt may hold money closes only its own: by the long way", async () => {
    const { intentId, params } = await newPayment()
    const { txnRef } = await running.payments.startVnpayAttempt(intentId, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
    expect(await running.payments.takeVnpayIpn(raw({ ...params, vnp_TxnRef: txnRef }, { vnp_TransactionStatus: "01" }))).toMatchObject({ RspCode: "00" })
    expect(await short({ ...params, ...FAILURE })).toBeNull()
    expect(await running.payments.takeVnpayIpn(raw(params, FAILURE))).toMatchObject({ RspCode: "00" })
    expect((await running.payments.retrieveIntent(intentId)).status).toBe("processing")
  })

  test("is not for other notices: each says null and has written nothing", async () => {
    const payment = await newPayment()
    const before = await kept(payment)
    for (const fields of [{ vnp_ResponseCode: "07", vnp_TransactionStatus: "00" }, { vnp_TransactionStatus: "01" }] as VnpayParams[]) {
      expect(await short({ ...payment.params, ...fields })).toBeNull()
    }
    expect(await kept(payment)).toEqual(before)
  })
})

describe("somebody else comes between its look and its statement", () => {
  const between: [string, (payment: { intentId: string; params: VnpayParams }) => Promise<unknown>, { RspCode: string; status: string; refunds: number }][] = [
    ["the buyer cancels", ({ intentId }) => running.payments.cancelIntent(intentId, "requested_by_customer"), { RspCode: "00", status: "canceled", refunds: 1 }],
    ["the same notice on another connection", ({ params }) => running.payments.takeVnpayIpn(raw(params)), { RspCode: "02", status: "succeeded", refunds: 0 }],
    ["VNPay's answer to a question of ours", ({ params }) => running.payments.inTransaction((sql) => takeVnpayNotice(sql, params, "", NOW, "querydr")), { RspCode: "02", status: "succeeded", refunds: 0 }],
    ["VNPay's answer to a question of ours, in other words", ({ params }) => running.payments.inTransaction((sql) => takeVnpayNotice(sql, { ...params, vnp_TransactionNo: `0${params.vnp_TransactionNo}` }, "", NOW, "querydr")), { RspCode: "02", status: "succeeded", refunds: 0 }],
    ["a failure of the same attempt", ({ params }) => running.payments.takeVnpayIpn(raw(params, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02", vnp_TransactionNo: "0" })), { RspCode: "00", status: "succeeded", refunds: 0 }],
    ["anything about the intent that an event tells of", ({ intentId }) => running.rows("update payment_intent set metadata = '{\"order_id\": \"order_2\"}' where id = ?", [intentId]), { RspCode: "00", status: "succeeded", refunds: 0 }],
    ["the attempt alone", ({ intentId }) => running.rows("update payment_attempt set status = 'pending' where intent_id = ?", [intentId]), { RspCode: "00", status: "succeeded", refunds: 0 }],
  ]
  test.each(between)("%s: nothing was written, and the long way gives the right answer", async (_name, meddle, right) => {
    const payment = await newPayment()
    let meanwhile: unknown
    expect(await short(payment.params, async () => {
      await meddle(payment)
      meanwhile = await kept(payment)
    })).toBeNull()
    expect(await kept(payment)).toEqual(meanwhile)
    expect(await running.payments.takeVnpayIpn(raw(payment.params))).toMatchObject({ RspCode: right.RspCode })
    const [books] = await running.rows(
      `select i.status, i.amount_received_vnd::int as received, (select count(*)::int from payment_refund r where r.intent_id = i.id) as refunds,
         (select count(*)::int from bank_transaction b where b.intent_id = i.id) as booked,
         (select count(*)::int from payment_outbox_event e where e.intent_id = i.id and e.type = 'payment_intent.succeeded') as told from payment_intent i where i.id = ?`, [payment.intentId])
    expect(books).toEqual({ status: right.status, received: AMOUNT, refunds: right.refunds, booked: 1, told: right.status === "succeeded" ? 1 : 0 })
  })

  test.each([
    ["the attempt holds money now", ({ params }) => running.payments.takeVnpayIpn(raw(params, { vnp_TransactionStatus: "01", vnp_TransactionNo: "77" })), "failed", "requires_payment_method"],
    ["another attempt holds money now", async ({ intentId, params }) => {
      const { txnRef } = await running.payments.startVnpayAttempt(intentId, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
      await running.payments.takeVnpayIpn(raw({ ...params, vnp_TxnRef: txnRef }, { vnp_TransactionStatus: "01" }))
    }, "failed", "processing"],
    ["it was paid", ({ params }) => running.payments.takeVnpayIpn(raw(params)), "succeeded", "succeeded"],
  ] as [string, (payment: { intentId: string; params: VnpayParams }) => Promise<unknown>, string, string][])("before a failure is written, %s: nothing is written, the long way is right", async (_what, meddle, attempt, status) => {
    const payment = await newPayment()
    let meanwhile: unknown
    expect(await short({ ...payment.params, ...FAILURE }, async () => {
      await meddle(payment)
      meanwhile = await kept(payment)
    })).toBeNull()
    expect(await kept(payment)).toEqual(meanwhile)
    await running.payments.takeVnpayIpn(raw(payment.params, FAILURE))
    expect((await running.payments.retrieveIntent(payment.intentId)).status).toBe(status)
    expect(await running.rows("select status from payment_attempt where txn_ref = ?", [payment.params.vnp_TxnRef])).toEqual([{ status: attempt }])
  })

  test("before an unknown reference is refused, its attempt is there: nothing is written", async () => {
    const payment = await newPayment()
    const txnRef = `LATE${serial}`
    const params = { ...payment.params, vnp_TxnRef: txnRef }
    expect(await short(params, async () => void (await running.rows("update payment_attempt set txn_ref = ? where txn_ref = ?", [txnRef, payment.params.vnp_TxnRef])))).toBeNull()
    expect(await running.rows("select 1 from payment_inbox where dedupe_key like ?", [`%|${txnRef}|%`])).toEqual([])
    expect(await running.payments.takeVnpayIpn(raw(params))).toMatchObject({ RspCode: "00" })
  })

  test("forty payments told on four connections each, with cancels in between: one fact each", async () => {
    const payments = await Promise.all(Array.from({ length: 40 }, newPayment))
    await Promise.all(payments.flatMap(({ intentId, params }, index) => [
      ...Array.from({ length: 4 }, () => running.payments.takeVnpayIpn(raw(params))),
      ...(index % 2 ? [running.payments.cancelIntent(intentId, "requested_by_customer").catch(() => undefined)] : []),
    ]))
    for (const { intentId } of payments) {
      const [books] = await running.rows(
        `select i.status, i.amount_received_vnd::int as received, (select count(*)::int from payment_refund r where r.intent_id = i.id) as refunds,
           (select sum(n.deliveries)::int from payment_inbox n where n.intent_id = i.id) as heard, (select count(*)::int from bank_transaction b where b.intent_id = i.id) as booked
         from payment_intent i where i.id = ?`, [intentId])
      expect(books).toMatchObject({ received: AMOUNT, heard: 4, booked: 1, refunds: books?.status === "canceled" ? 1 : 0 })
    }
  })
})

test("a database that can't prepare statements costs time, not notices", async () => {
  const { intentId, params } = await newPayment()
  const each = vi.spyOn(transactions, "each").mockRejectedValue(Object.assign(new Error("prepared statement does not exist"), { code: "26000" }))
  expect(await running.payments.takeVnpayIpn(raw(params))).toMatchObject({ RspCode: "00" })
  each.mockRestore()
  expect((await running.payments.retrieveIntent(intentId)).status).toBe("succeeded")
})
