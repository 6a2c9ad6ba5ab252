import { createRequire } from "node:module"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../test/support/running-module"
import { stripeApi, type StripeAnswer, type StripeCaller } from "../../test/support/stripe-api"
import { signedVnpayQuery } from "../modules/cashless-payment/rules/vnpay-signature"

/** /v1/payment_intents on a real Postgres, without HTTP. */
const DATABASE = "cashless_payment_stripe"
const SECRET = "made-up-secret-of-the-test"
let running: RunningModule
let v1: StripeCaller

beforeAll(async () => {
  Object.assign(process.env, {
    SANDBOX: "false",
    VNPAY_TMN_CODE: "TESTTMN1",
    VNPAY_HASH_SECRET: SECRET,
    VNPAY_PAY_URL: "http://127.0.0.1:1/pay",
    VNPAY_API_URL: "http://127.0.0.1:1/api",
    STOREFRONT_URL: "http://localhost:8000",
    PAYMENT_ACCOUNT_BIN: "970422",
    PAYMENT_ACCOUNT_NUMBER: "0999999999",
    PAYMENT_ACCOUNT_NAME: "SAN THU NGHIEM",
  })
  running = await startModule(DATABASE)
  v1 = stripeApi(running)
})
afterAll(() => running?.stop())

const VIETQR = "amount=150000&currency=vnd&payment_method_types[0]=vietqr&payment_method_data[type]=vietqr"
const VNPAY = "amount=150000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vnpay"
const create = (form: string, headers?: Record<string, string>) => v1("POST", "/v1/payment_intents", form, headers)
const idOf = ({ body }: StripeAnswer) => String(body.id)
const vietqr = ({ body }: StripeAnswer) => (body.next_action as { vietqr_display_qr_code: Record<string, unknown> }).vietqr_display_qr_code

async function pay(memo: unknown, amountVnd: number): Promise<void> {
  serial += 1
  await running.payments.takeBankNotice(
    {
      provider: "sepay", providerTransactionId: `s${serial}`, bankName: "MB", accountNumber: "0999999999", subAccountNumber: null, direction: "in",
      amountVnd, memo: String(memo), referenceCode: `FT${serial}`, bookedAt: new Date(),
    },
    "{}",
  )
}
let serial = 0

type Client = { connect(): Promise<void>; query(sql: string): Promise<unknown>; end(): Promise<void> }

/** A connection that is not of the module's pool. */
async function connectOutside(): Promise<Client> {
  const { Client } = createRequire(import.meta.url)("pg") as { Client: new (options: { connectionString: string }) => Client }
  const url = new URL(process.env.TEST_DATABASE_URL!)
  url.pathname = `/${DATABASE}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  return client
}

describe("the life of an intent over VietQR", () => {
  test("created, given a method, confirmed, paid", async () => {
    const created = await create("amount=150000&currency=vnd&metadata[order_id]=A1")
    expect(created).toMatchObject({ status: 200, body: { object: "payment_intent", status: "requires_payment_method", payment_method: null, payment_method_types: ["vietqr", "vnpay"], next_action: null } })
    expect(created.body.client_secret).toMatch(new RegExp(`^${idOf(created)}_secret_[0-9a-f]{48}$`))

    const updated = await v1("POST", `/v1/payment_intents/${idOf(created)}`, "payment_method_data[type]=vietqr&amount=120000&metadata[order_id]=&metadata[b]=2&description=Ch%C3%A8")
    expect(updated.body).toMatchObject({ status: "requires_confirmation", amount: 120_000, metadata: { b: "2" }, description: "Chè" })

    const confirmed = await v1("POST", `/v1/payment_intents/${idOf(created)}/confirm`)
    expect(confirmed.body).toMatchObject({ status: "requires_action", next_action: { type: "vietqr_display_qr_code" } })
    expect(vietqr(confirmed)).toMatchObject({ bank: { bin: "970422", account_number: "0999999999" }, amount_remaining: 120_000 })

    await pay(vietqr(confirmed).reference, 120_000)
    const paid = await v1("GET", `/v1/payment_intents/${idOf(created)}?expand[0]=payment_method&expand[1]=latest_charge.payment_intent`)
    expect(paid.body).toMatchObject({
      status: "succeeded", amount_received: 120_000, next_action: null,
      payment_method: { object: "payment_method", type: "vietqr" },
      latest_charge: { object: "charge", amount: 120_000, paid: true, payment_intent: { object: "payment_intent", id: idOf(created) } },
    })
  })

  test("confirmed twice it shows the same QR: a buyer may be looking at it", async () => {
    const first = await create(`${VIETQR}&confirm=true`)
    const again = await v1("POST", `/v1/payment_intents/${idOf(first)}/confirm`)
    expect(again.body.next_action).toEqual(first.body.next_action)
  })

  test("once a QR exists neither amount nor rail can change; words can, and the amount it has is no change", async () => {
    const intent = await create("amount=150000&currency=vnd&payment_method_data[type]=vietqr&confirm=true")
    for (const change of ["amount=1", "payment_method_data[type]=vnpay", "payment_method_types[0]=vnpay", "payment_method_options[vietqr][expires_after_seconds]=60"]) {
      const refused = await v1("POST", `/v1/payment_intents/${idOf(intent)}`, change)
      expect(refused).toMatchObject({ status: 400, body: { error: { code: "payment_intent_unexpected_state", payment_intent: { id: idOf(intent), status: "requires_action" } } } })
    }
    const otherRail = await v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`, "payment_method_data[type]=vnpay&return_url=http%3A%2F%2Flocalhost%3A8000%2Fa")
    expect(otherRail.body.error).toMatchObject({ code: "payment_intent_unexpected_state" })
    expect((await v1("POST", `/v1/payment_intents/${idOf(intent)}`, "amount=150000&metadata[a]=1")).body).toMatchObject({ amount: 150_000, metadata: { a: "1" } })
  })

  test("a part is not the whole: it stays open with what is missing, and canceled the part is given back", async () => {
    const intent = await create(`${VIETQR}&confirm=true`)
    await pay(vietqr(intent).reference, 50_000)
    const open = await v1("GET", `/v1/payment_intents/${idOf(intent)}`)
    expect(open.body).toMatchObject({ status: "requires_action", amount_received: 50_000 })
    expect(vietqr(open)).toMatchObject({ amount_remaining: 100_000 })
    const canceled = await v1("POST", `/v1/payment_intents/${idOf(intent)}/cancel`, "cancellation_reason=requested_by_customer")
    expect(canceled.body).toMatchObject({ status: "canceled", cancellation_reason: "requested_by_customer", canceled_at: expect.any(Number) })
    expect(await running.rows("select amount_vnd::int as vnd from payment_refund where intent_id = ?", [idOf(intent)])).toEqual([{ vnd: 50_000 }])
  })
})

describe("the life of an intent over VNPay", () => {
  test("confirmed it sends the buyer to VNPay; the IPN decides", async () => {
    const intent = await create(`${VNPAY}&confirm=true&return_url=http%3A%2F%2Flocalhost%3A8000%2Fback&payment_method_options[vnpay][bank_code]=VNPAYQR&payment_method_options[vnpay][ip_address]=198.51.100.7`)
    expect(intent.body).toMatchObject({ status: "requires_action", next_action: { type: "redirect_to_url", redirect_to_url: { return_url: "http://localhost:8000/back" } } })
    const url = new URL((intent.body.next_action as { redirect_to_url: { url: string } }).redirect_to_url.url)
    // Whoever hears of it by webhook is told the same address.
    expect((await v1("GET", "/v1/events?type=payment_intent.requires_action&limit=1")).body.data).toMatchObject([{ data: { object: { id: idOf(intent), next_action: intent.body.next_action } } }])
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ vnp_Amount: "15000000", vnp_BankCode: "VNPAYQR", vnp_IpAddr: "198.51.100.7", vnp_Locale: "vn" })
    const answer = await running.payments.takeVnpayIpn(
      signedVnpayQuery(
        { vnp_TmnCode: "TESTTMN1", vnp_Amount: "15000000", vnp_BankCode: "NCB", vnp_ResponseCode: "00", vnp_TransactionStatus: "00", vnp_TransactionNo: "14226112", vnp_TxnRef: url.searchParams.get("vnp_TxnRef")!, vnp_OrderInfo: "x", vnp_PayDate: "20261122090233" },
        SECRET,
      ),
    )
    expect(answer.RspCode).toBe("00")
    expect((await v1("GET", `/v1/payment_intents/${idOf(intent)}`)).body).toMatchObject({ status: "succeeded", latest_charge: expect.stringMatching(/^ch_/) })
  })

  test.each([
    ["", "parameter_missing"],
    ["&return_url=https%3A%2F%2Fevil.example%2Fback", "url_invalid"],
    ["&return_url=javascript%3Aalert(1)", "url_invalid"],
  ])("no way back, or one that is not ours, is refused and leaves nothing: %s", async (given, code) => {
    const before = await running.rows("select count(*)::int as n from payment_intent")
    const refused = await create(`${VNPAY}&confirm=true${given}`)
    expect(refused).toMatchObject({ status: 400, body: { error: { code, param: "return_url" } } })
    expect(await running.rows("select count(*)::int as n from payment_intent")).toEqual(before)
  })
})

describe("what can't be done says so as Stripe does", () => {
  test("capture, confirm, cancel and update of what is finished", async () => {
    const intent = await create(`${VIETQR}&confirm=true`)
    await pay(vietqr(intent).reference, 150_000)
    for (const act of ["capture", "confirm", "cancel"]) {
      const refused = await v1("POST", `/v1/payment_intents/${idOf(intent)}/${act}`)
      expect(refused).toMatchObject({ status: 400, headers: { "stripe-should-retry": "false" }, body: { error: { type: "invalid_request_error", code: "payment_intent_unexpected_state", payment_intent: { status: "succeeded" } } } })
    }
    expect((await v1("POST", `/v1/payment_intents/${idOf(intent)}`, "amount=1")).body.error).toMatchObject({ code: "payment_intent_unexpected_state" })
    const canceled = await create(VIETQR)
    await v1("POST", `/v1/payment_intents/${idOf(canceled)}/cancel`)
    expect((await v1("POST", `/v1/payment_intents/${idOf(canceled)}/cancel`)).body.error).toMatchObject({ payment_intent: { status: "canceled", cancellation_reason: null } })
  })

  test("no such intent, no method, a method that is not allowed, too much for the rail", async () => {
    expect(await v1("GET", "/v1/payment_intents/pi_none")).toMatchObject({ status: 404, body: { error: { message: "No such payment_intent: 'pi_none'", code: "resource_missing", param: "intent" } } })
    const bare = await create("amount=150000&currency=vnd")
    expect((await v1("POST", `/v1/payment_intents/${idOf(bare)}/confirm`)).body.error?.message).toMatch(/missing a payment method/)
    expect((await create("amount=1000&currency=vnd&payment_method_types[0]=vnpay&payment_method_data[type]=vietqr")).body.error).toMatchObject({ param: "payment_method_data[type]" })
    expect((await create("amount=1000&currency=vnd&payment_method=pm_card_visa")).body.error).toMatchObject({ code: "resource_missing", param: "payment_method" })
    expect((await create("amount=500000000&currency=vnd&payment_method_types[0]=vietqr")).body.error).toMatchObject({ code: "amount_too_large", param: "amount" })
    expect((await create("amount=1000&currency=vnd&application_fee_amount=10")).body.error).toMatchObject({ param: "application_fee_amount" })
    expect((await create("amount=1000&currency=vnd&expand[0]=amount")).body.error?.message).toBe("This property cannot be expanded (amount).")
  })

  test("an order's intent can be read and not touched, and its client secret stays at home", async () => {
    const order = await running.payments.createIntent({
      amountVnd: 90_000, rail: "vietqr", payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX", bankName: "MB" },
      description: "Đơn 1", metadata: { order_id: "order_1" }, expiresAt: new Date(Date.now() + 60_000), idempotencyKey: "order_1",
    })
    expect((await v1("GET", `/v1/payment_intents/${order.id}`)).body).toMatchObject({ status: "requires_action", client_secret: null, metadata: { order_id: "order_1" } })
    for (const [path, form] of [["", "metadata[order_id]=x"], ["/cancel", ""], ["/confirm", ""]] as const) {
      expect(await v1("POST", `/v1/payment_intents/${order.id}${path}`, form)).toMatchObject({ status: 403 })
    }
    expect((await running.payments.retrieveIntent(order.id)).status).toBe("requires_action")
  })
})

describe("an intent's client secret", () => {
  test("opens this one intent, a part of it, and no other", async () => {
    const [mine, other] = [await create(`${VIETQR}&confirm=true&metadata[secret]=1`), await create(VIETQR)]
    const buyer = stripeApi(running, "client_secret")
    const read = (id: string, secret: unknown) => buyer("GET", `/v1/payment_intents/${id}?client_secret=${String(secret)}`)
    const shown = await read(idOf(mine), mine.body.client_secret)
    expect(shown).toMatchObject({ status: 200, body: { id: idOf(mine), status: "requires_action", next_action: { type: "vietqr_display_qr_code" } } })
    expect(shown.body).not.toHaveProperty("metadata")
    for (const [id, secret] of [[idOf(other), mine.body.client_secret], [idOf(mine), "wrong"], ["pi_none", mine.body.client_secret]] as const) {
      expect(await read(id, secret)).toMatchObject({ status: 404, body: { error: { code: "resource_missing" } } })
    }
    expect((await buyer("GET", `/v1/payment_intents/${idOf(mine)}`)).status).toBe(404)
  })
})

describe("an Idempotency-Key", () => {
  const key = (name: string) => ({ "idempotency-key": name })
  const count = async () => (await running.rows("select count(*)::int as n from payment_intent"))[0]!.n as number

  test("gives the first answer again and does nothing twice", async () => {
    const before = await count()
    const first = await create(VIETQR, key("k1"))
    const again = await create(VIETQR, key("k1"))
    expect(again.body).toEqual(first.body)
    expect(first.headers).not.toHaveProperty("idempotent-replayed")
    expect(again.headers).toMatchObject({ "idempotent-replayed": "true", "idempotency-key": "k1" })
    expect(await count()).toBe(before + 1)
  })

  test("with other parameters is an error, at another endpoint another one, and neither does anything", async () => {
    const first = await create(VIETQR, key("k2"))
    const before = await count()
    expect((await create(`${VIETQR}&description=x`, key("k2"))).body.error).toMatchObject({ type: "idempotency_error", message: expect.stringContaining("with the same parameters they were first used with") })
    const path = `/v1/payment_intents/${idOf(first)}/confirm`
    expect(await v1("POST", path, "", key("k2"))).toMatchObject({
      status: 400,
      headers: { "stripe-should-retry": "false" },
      body: { error: { type: "idempotency_error", message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '/v1/payment_intents'). Try using a key other than 'k2' if you meant to execute a different request.` } },
    })
    expect((await v1("POST", "/v1/customers", "name=A", key("k2"))).body.error).toMatchObject({ type: "idempotency_error" })
    expect((await v1("GET", `/v1/payment_intents/${idOf(first)}`)).body.status).toBe("requires_confirmation")
    expect(await count()).toBe(before)
    expect((await create(VIETQR, key("k2"))).body).toEqual(first.body)
  })

  test("keeps a refusal and nothing of what was refused, but no refusal of what was never tried", async () => {
    const before = await count()
    const refused = await create(`${VNPAY}&confirm=true&return_url=https%3A%2F%2Fevil.example`, key("k3"))
    expect(await create(`${VNPAY}&confirm=true&return_url=https%3A%2F%2Fevil.example`, key("k3"))).toMatchObject({ status: 400, body: refused.body, headers: { "idempotent-replayed": "true" } })
    // The intent was written before its confirmation was refused.
    expect(await count()).toBe(before)
    expect((await create("amount=ten&currency=vnd", key("k4"))).status).toBe(400)
    expect((await create(VIETQR, key("k4"))).status).toBe(200)
  })

  test("ten requests at once make one intent; each hears of it or is told to wait", async () => {
    const before = await count()
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(VIETQR, key("k5"))))
    expect(await count()).toBe(before + 1)
    expect(new Set(answers.filter(({ status }) => status === 200).map(idOf)).size).toBe(1)
    for (const busy of answers.filter(({ status }) => status !== 200)) {
      expect(busy).toMatchObject({ status: 409, headers: { "stripe-should-retry": "true" }, body: { error: { code: "idempotency_key_in_use" } } })
    }
    expect((await create(VIETQR, key("k5"))).status).toBe(200)
  })

  test("neither effect nor answer is kept when the connection dies before the commit, and the key is free at once", async () => {
    const before = await count()
    // The server ends the connection at the very moment when effect and answer are both written and not yet committed.
    const outside = await connectOutside()
    await outside.query(`create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`)
    await outside.query(`create constraint trigger die after insert on idempotency_key deferrable initially deferred for each row execute function die()`)
    const broken = await create(VIETQR, key("k6"))
    await outside.query("drop trigger die on idempotency_key")
    await outside.end()
    expect(broken).toMatchObject({ status: 500, body: { error: { type: "api_error" } } })
    expect(await count()).toBe(before)
    expect(await running.rows("select 1 from idempotency_key where key = 'k6'")).toEqual([])
    const again = await create(VIETQR, key("k6"))
    expect(again.status).toBe(200)
    expect(again.headers).not.toHaveProperty("idempotent-replayed")
    expect(await count()).toBe(before + 1)
  })

  test("an error of ours (5xx) is not kept: the same key may try again", async () => {
    await running.rows(`create function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`)
    await running.rows(`create trigger fail before insert on payment_intent for each row execute function fail()`)
    const broken = await create(VIETQR, key("k7")).finally(() => running.rows("drop trigger fail on payment_intent").then(() => running.rows("drop function fail()")))
    expect(broken.status).toBe(500)
    expect(JSON.stringify(broken.body)).not.toMatch(/disk full/)
    expect((await create(VIETQR, key("k7"))).status).toBe(200)
  })

  test("is forgotten after a day, and not before", async () => {
    const first = await create(VIETQR, key("k8"))
    await running.rows("update idempotency_key set created_at = now() - interval '25 hours' where key = 'k8'")
    await running.rows("update idempotency_key set created_at = now() - interval '23 hours' where key = 'k5'")
    const { pruneIdempotencyKeys } = await import("./idempotency")
    await running.payments.inTransaction((sql) => pruneIdempotencyKeys(sql, new Date()))
    expect(idOf(await create(VIETQR, key("k8")))).not.toBe(idOf(first))
    expect((await create(VIETQR, key("k5"))).headers).toHaveProperty("idempotent-replayed")
  })
})

describe("at once", () => {
  test("confirm and cancel: either it can be paid, or it is canceled and can't", async () => {
    for (let round = 0; round < 8; round += 1) {
      const intent = await create(VIETQR)
      const [confirmed, canceled] = await Promise.all([v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`), v1("POST", `/v1/payment_intents/${idOf(intent)}/cancel`)])
      expect(canceled.status).toBe(200)
      const end = await v1("GET", `/v1/payment_intents/${idOf(intent)}`)
      expect(end.body).toMatchObject({ status: "canceled", next_action: null })
      if (confirmed.status !== 200) expect(confirmed.body.error).toMatchObject({ code: "payment_intent_unexpected_state" })
    }
  })

  test("two confirms show one QR, and an update of the amount never changes what a QR asks for", async () => {
    for (let round = 0; round < 8; round += 1) {
      const intent = await create(VIETQR)
      const [one, two] = await Promise.all([
        v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`),
        v1("POST", `/v1/payment_intents/${idOf(intent)}/confirm`),
        v1("POST", `/v1/payment_intents/${idOf(intent)}`, "amount=99000"),
      ])
      expect(vietqr(one).reference).toBe(vietqr(two).reference)
      const end = await v1("GET", `/v1/payment_intents/${idOf(intent)}`)
      expect(String(vietqr(end).data)).toContain(`54${String(String(end.body.amount).length).padStart(2, "0")}${String(end.body.amount)}`)
      expect(vietqr(one).data).toBe(vietqr(end).data)
    }
  })
})

test("a list goes through all of them, newest first, in both directions", async () => {
  const made: string[] = []
  for (let index = 0; index < 5; index += 1) made.unshift(idOf(await create(`${VIETQR}&metadata[n]=${index}`)))
  const page = await v1("GET", "/v1/payment_intents?limit=2")
  const ids = ({ body }: StripeAnswer) => (body.data as { id: string }[]).map(({ id }) => id)
  expect(page.body).toMatchObject({ object: "list", url: "/v1/payment_intents", has_more: true })
  expect(ids(page)).toEqual(made.slice(0, 2))
  expect(ids(await v1("GET", `/v1/payment_intents?limit=2&starting_after=${made[1]!}`))).toEqual(made.slice(2, 4))
  expect(ids(await v1("GET", `/v1/payment_intents?limit=2&ending_before=${made[3]!}`))).toEqual(made.slice(1, 3))
  expect(await v1("GET", "/v1/payment_intents?starting_after=pi_none")).toMatchObject({ status: 404, body: { error: { param: "starting_after" } } })
  const now = Math.floor(Date.now() / 1000)
  expect(ids(await v1("GET", `/v1/payment_intents?created[gte]=${now + 60}`))).toEqual([])
  expect(ids(await v1("GET", `/v1/payment_intents?created[gte]=${now - 600}&limit=1&expand[0]=data.payment_method`))).toEqual(made.slice(0, 1))
})

test("an intent nobody pays is canceled when its time and grace are over, also one that was never confirmed", async () => {
  const [bare, shown] = [await create(VIETQR), await create(`${VIETQR}&confirm=true&payment_method_options[vietqr][expires_after_seconds]=60`)]
  await running.payments.expireIntents(new Date(Date.now() + 3600_000))
  expect((await v1("GET", `/v1/payment_intents/${idOf(shown)}`)).body).toMatchObject({ status: "canceled", cancellation_reason: "automatic" })
  expect((await v1("GET", `/v1/payment_intents/${idOf(bare)}`)).body.status).toBe("requires_confirmation")
  await running.payments.expireIntents(new Date(Date.now() + 25 * 3600_000))
  expect((await v1("GET", `/v1/payment_intents/${idOf(bare)}`)).body.status).toBe("canceled")
})
