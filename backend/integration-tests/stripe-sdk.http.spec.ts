import { randomUUID } from "node:crypto"
import { createRequire } from "node:module"
import { verifyWebhook } from "@cho-phien/cashless-payment"
import type Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { WebhookReceiver } from "../../plugins/cashless-payment/test/support/webhook-receiver"
import { readRun } from "./support/people"

/** The official SDK, unchanged, in three major versions, pointed at our host: one suite for all of them. */
const VERSIONS = ["stripe-15", "stripe-19", "stripe-23"] as const
const API_KEY = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"
const require = createRequire(import.meta.url)
const run = readRun()

type Config = NonNullable<ConstructorParameters<typeof Stripe>[1]>
type Qr = { data: string; reference: string; expires_at: number; image_url_svg: string }

describe.each(VERSIONS)("%s", (sdk) => {
  const Sdk = require(sdk) as typeof Stripe
  const { protocol, hostname: host, port } = new URL(run.backend)
  const connect = (key = API_KEY, config: Config = {}) => new Sdk(key, { host, port, protocol: protocol === "https:" ? "https" : "http", ...config })
  const stripe = connect()
  const { errors } = Sdk

  const vietqr = { payment_method_data: { type: "vietqr" } } as unknown as Pick<Stripe.PaymentIntentCreateParams, "payment_method_data">
  const newIntent = (given: Partial<Stripe.PaymentIntentCreateParams> = {}, options?: Stripe.RequestOptions) =>
    stripe.paymentIntents.create({ amount: 150_000, currency: "vnd", payment_method_types: ["vietqr"], ...given }, options)
  const payableIntent = (given: Partial<Stripe.PaymentIntentCreateParams> = {}) => newIntent({ ...vietqr, confirm: true, ...given })
  const qrOf = (intent: Stripe.PaymentIntent) => (intent.next_action as unknown as { vietqr_display_qr_code: Qr }).vietqr_display_qr_code

  async function pay(intent: Stripe.PaymentIntent, given: object = {}): Promise<void> {
    const response = await fetch(`${run.backend}/sandbox/bank/transfers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ payload: qrOf(intent).data, ...given }),
    })
    expect(response.status).toBe(201)
  }

  /** The error a call is refused with. */
  async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
    const error = await call.then(() => undefined, (thrown: Stripe.errors.StripeError) => thrown)
    if (!error) throw new Error("nothing was refused")
    return error
  }

  describe("payment intents", () => {
    test("created, confirmed, paid and read with everything expanded", async () => {
      const created = await newIntent({ description: "Chè Tân Cương", metadata: { order_id: "17" }, ...vietqr })
      expect(created).toMatchObject({ object: "payment_intent", amount: 150_000, amount_received: 0, currency: "vnd", status: "requires_confirmation", next_action: null, metadata: { order_id: "17" } })
      expect(created.client_secret).toMatch(new RegExp(`^${created.id}_secret_`))
      const confirmed = await stripe.paymentIntents.confirm(created.id)
      expect(confirmed.status).toBe("requires_action")
      expect(confirmed.next_action).toMatchObject({ type: "vietqr_display_qr_code" })
      expect((await fetch(qrOf(confirmed).image_url_svg)).headers.get("content-type")).toContain("image/svg+xml")

      await pay(confirmed)
      const paid = await stripe.paymentIntents.retrieve(created.id, { expand: ["latest_charge", "payment_method", "customer"] })
      expect(paid).toMatchObject({ status: "succeeded", amount_received: 150_000, customer: null, latest_charge: { object: "charge", amount: 150_000, paid: true, payment_intent: created.id }, payment_method: { object: "payment_method", type: "vietqr" } })
      // An SDK keeps what the wire said about the call.
      expect(paid.lastResponse.requestId).toMatch(/^req_/)
      expect(paid.lastResponse.headers["stripe-version"]).toBe(paid.lastResponse.apiVersion ?? paid.lastResponse.headers["stripe-version"])
    })

    test("updated until a QR exists, and from then on only in words", async () => {
      const { id } = await newIntent({ metadata: { a: "1", b: "2" } })
      expect(await stripe.paymentIntents.update(id, { amount: 90_000, metadata: { b: "", c: "3" }, description: "Mới" })).toMatchObject({ amount: 90_000, metadata: { a: "1", c: "3" }, description: "Mới" })
      await stripe.paymentIntents.confirm(id, vietqr as Stripe.PaymentIntentConfirmParams)
      expect(await stripe.paymentIntents.update(id, { metadata: { d: "4" } })).toMatchObject({ metadata: { a: "1", c: "3", d: "4" } })
      const error = await refusal(stripe.paymentIntents.update(id, { amount: 80_000 }))
      expect(error).toBeInstanceOf(errors.StripeInvalidRequestError)
      expect(error).toMatchObject({ code: "payment_intent_unexpected_state", statusCode: 400, payment_intent: { id, status: "requires_action" } })
      expect((await stripe.paymentIntents.retrieve(id)).amount).toBe(90_000)
    })

    test("canceled once, for a reason", async () => {
      const { id } = await payableIntent()
      expect(await stripe.paymentIntents.cancel(id, { cancellation_reason: "requested_by_customer" })).toMatchObject({ status: "canceled", cancellation_reason: "requested_by_customer", next_action: null })
      expect(await refusal(stripe.paymentIntents.cancel(id))).toMatchObject({ code: "payment_intent_unexpected_state", payment_intent: { status: "canceled" } })
    })

    test("captured already when paid: refused in the way Medusa's provider counts as done", async () => {
      const intent = await payableIntent()
      await pay(intent)
      expect(await refusal(stripe.paymentIntents.capture(intent.id))).toMatchObject({ code: "payment_intent_unexpected_state", payment_intent: { status: "succeeded" } })
    })

    test("paid through VNPay by a redirect", async () => {
      const intent = await newIntent({ payment_method_types: ["vnpay"], payment_method_data: { type: "vnpay" } as never, confirm: true, return_url: `${run.shop}/tro-ve` })
      expect(intent).toMatchObject({ status: "requires_action", next_action: { type: "redirect_to_url", redirect_to_url: { return_url: `${run.shop}/tro-ve` } } })
      const url = new URL(intent.next_action!.redirect_to_url!.url!)
      expect([url.searchParams.get("vnp_Amount"), url.searchParams.get("vnp_CurrCode")]).toEqual(["15000000", "VND"])
      expect(await refusal(newIntent({ payment_method_types: ["vnpay"], payment_method_data: { type: "vnpay" } as never, confirm: true, return_url: "https://evil.example/" }))).toMatchObject({ statusCode: 400, param: "return_url" })
    })

    test("walked through page by page by the SDK itself, forwards and backwards", async () => {
      const { id: customer } = await stripe.customers.create({ name: "Người đi hết danh sách" })
      const ids: string[] = []
      for (let count = 0; count < 5; count += 1) ids.unshift((await newIntent({ customer })).id)
      const walked: string[] = []
      for await (const intent of stripe.paymentIntents.list({ customer, limit: 2 })) walked.push(intent.id)
      expect(walked).toEqual(ids)
      expect((await stripe.paymentIntents.list({ customer, limit: 2, ending_before: ids[3]! })).data.map(({ id }) => id)).toEqual([ids[1], ids[2]])
      expect(await stripe.paymentIntents.list({ customer, created: { gt: Math.floor(Date.now() / 1000) + 3_600 } })).toMatchObject({ object: "list", has_more: false, data: [], url: "/v1/payment_intents" })
      const expanded = await stripe.paymentIntents.list({ customer, limit: 1, expand: ["data.customer"] })
      expect(expanded.data[0]!.customer).toMatchObject({ object: "customer", id: customer })
    })

    test("found by what the caller wrote on them", async () => {
      const tag = randomUUID()
      const [one, two] = [await newIntent({ metadata: { tag } }), await newIntent({ metadata: { tag }, amount: 70_000 })]
      await stripe.paymentIntents.cancel(one.id)
      const found = async (query: string) => (await stripe.paymentIntents.search({ query })).data.map(({ id }) => id).toSorted()
      expect(await found(`metadata['tag']:'${tag}'`)).toEqual([one.id, two.id].toSorted())
      expect(await found(`metadata['tag']:'${tag}' AND status:'canceled'`)).toEqual([one.id])
      expect(await found(`metadata['tag']:'${tag}' AND amount<100000`)).toEqual([two.id])
      expect(await refusal(stripe.paymentIntents.search({ query: "metadata['tag" }))).toMatchObject({ statusCode: 400, param: "query" })
    })

    test("paid to another's account, with a fee for the platform", async () => {
      const account = await stripe.accounts.create({
        type: "custom",
        country: "VN",
        business_profile: { name: "HTX Chè Thử" },
        external_account: { object: "bank_account", country: "VN", currency: "vnd", account_number: "0987654321", routing_number: "970422", account_holder_name: "HTX CHE THU" },
      } as Stripe.AccountCreateParams)
      const intent = await payableIntent({ transfer_data: { destination: account.id }, on_behalf_of: account.id, application_fee_amount: 7_500, transfer_group: "don-17" })
      expect(intent).toMatchObject({ transfer_data: { destination: account.id }, on_behalf_of: account.id, application_fee_amount: 7_500, transfer_group: "don-17" })
      expect(intent.next_action).toMatchObject({ vietqr_display_qr_code: { bank: { bin: "970422", account_number: "0987654321" } } })
      expect(await refusal(payableIntent({ transfer_data: { destination: "acct_none" } }))).toMatchObject({ code: "resource_missing", param: "transfer_data[destination]" })
    })
  })

  describe("idempotency", () => {
    test("the same key is the same intent, and says that it is a replay", async () => {
      const idempotencyKey = randomUUID()
      const [first, again] = [await newIntent({}, { idempotencyKey }), await newIntent({}, { idempotencyKey })]
      expect(again.id).toBe(first.id)
      expect([first, again].map(({ lastResponse }) => lastResponse.headers["idempotent-replayed"])).toEqual([undefined, "true"])
      expect(again.lastResponse.idempotencyKey).toBe(idempotencyKey)
    })

    test("the same key with other parameters is a conflict of its own class", async () => {
      const idempotencyKey = randomUUID()
      await newIntent({}, { idempotencyKey })
      const error = await refusal(newIntent({ amount: 1_000 }, { idempotencyKey }))
      expect(error).toBeInstanceOf(errors.StripeIdempotencyError)
      expect(error.statusCode).toBe(400)
    })

    test("the same key at another endpoint is one too, and nothing is done", async () => {
      const idempotencyKey = randomUUID()
      const intent = await newIntent({}, { idempotencyKey })
      const error = await refusal(stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey }))
      expect(error).toBeInstanceOf(errors.StripeIdempotencyError)
      expect(error.message).toContain(`can only be used for the same endpoint they were first used for ('/v1/payment_intents/${intent.id}/cancel' vs '/v1/payment_intents')`)
      expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe("requires_payment_method")
    })

    test("many at once with one key make one intent", async () => {
      const idempotencyKey = randomUUID()
      const patient = connect(API_KEY, { maxNetworkRetries: 8 })
      const made = await Promise.all(Array.from({ length: 6 }, () => patient.paymentIntents.create({ amount: 10_000, currency: "vnd" }, { idempotencyKey })))
      expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    })
  })

  describe("errors", () => {
    test.each([
      ["no such intent", () => stripe.paymentIntents.retrieve("pi_none"), "StripeInvalidRequestError", { statusCode: 404, code: "resource_missing", param: "intent" }],
      ["a wrong key", () => connect("sk_test_wrong").paymentIntents.list(), "StripeAuthenticationError", { statusCode: 401 }],
      ["another currency", () => newIntent({ currency: "usd" }), "StripeInvalidRequestError", { statusCode: 400, param: "currency" }],
      ["half a đồng", () => newIntent({ amount: 10.5 }), "StripeInvalidRequestError", { statusCode: 400, code: "parameter_invalid_integer", param: "amount" }],
      ["an unknown parameter", () => newIntent({ colour: "red" } as never), "StripeInvalidRequestError", { statusCode: 400, code: "parameter_unknown", param: "colour" }],
      ["an unknown parameter within another", () => newIntent({ transfer_data: { speed: "fast" } } as never), "StripeInvalidRequestError", { statusCode: 400, code: "parameter_unknown", param: "transfer_data[speed]" }],
      ["an unsupported way of capturing", () => newIntent({ capture_method: "manual" }), "StripeInvalidRequestError", { statusCode: 400, param: "capture_method" }],
      ["an unknown path", () => stripe.products.list(), "StripeInvalidRequestError", { statusCode: 404 }],
      ["an unknown path that changes things", () => stripe.setupIntents.create({}), "StripeInvalidRequestError", { statusCode: 404 }],
      ["another's account", () => stripe.paymentIntents.list({}, { stripeAccount: "acct_other" }), "StripePermissionError", { statusCode: 403 }],
    ] as const)("%s", async (_what, attempt, kind, fields) => {
      const error = await refusal(attempt())
      expect(error.constructor.name).toBe(kind)
      expect(error).toMatchObject(fields)
      expect(error.requestId).toMatch(/^req_/)
    })

    test("words of an unknown path are Stripe's", async () => {
      expect((await refusal(stripe.products.list())).message).toContain("Unrecognized request URL (GET: /v1/products)")
    })
  })

  describe("refunds and customers", () => {
    test("a refund in two parts, and not a đồng more", async () => {
      const intent = await payableIntent()
      await pay(intent)
      const first = await stripe.refunds.create({ payment_intent: intent.id, amount: 50_000, reason: "requested_by_customer", metadata: { ticket: "5" } })
      expect(first).toMatchObject({ object: "refund", amount: 50_000, currency: "vnd", payment_intent: intent.id, status: "requires_action", reason: "requested_by_customer", metadata: { ticket: "5" } })
      expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ id: first.id })
      expect((await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 100_001 }))).statusCode).toBe(400)
      expect(await stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({ amount: 100_000 })
      expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({ code: "charge_already_refunded" })
      expect((await stripe.refunds.list({ payment_intent: intent.id })).data.map(({ amount }) => amount)).toEqual([100_000, 50_000])
      const { latest_charge } = await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] })
      expect(latest_charge).toMatchObject({ amount_refunded: 150_000, refunded: true })
    })

    test("a customer is made, changed, found and deleted", async () => {
      const email = `${randomUUID()}@example.com`
      const { id } = await stripe.customers.create({ email, name: "Lê Thị Bình", phone: "0912345678", metadata: { shop: "a" } })
      expect(await stripe.customers.update(id, { name: "Lê Bình", metadata: { shop: "" } })).toMatchObject({ email, name: "Lê Bình", metadata: {} })
      expect((await stripe.customers.list({ email })).data.map((customer) => customer.id)).toEqual([id])
      expect((await stripe.customers.listPaymentMethods(id)).data).toEqual([])
      expect(await stripe.customers.del(id)).toEqual(expect.objectContaining({ id, object: "customer", deleted: true }))
      expect(await stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true })
      expect(await refusal(stripe.customers.update(id, { name: "X" }))).toMatchObject({ code: "resource_missing" })
    })
  })

  describe("webhooks and events", () => {
    let receiver: WebhookReceiver
    let endpoint: Stripe.WebhookEndpoint

    beforeAll(async () => {
      receiver = await new WebhookReceiver().listen()
      endpoint = await stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["payment_intent.created", "payment_intent.succeeded", "payment_intent.canceled", "refund.created", "customer.updated"], description: sdk, metadata: { of: "spec" } })
    })
    afterAll(async () => {
      await stripe.webhookEndpoints.del(endpoint.id)
      await receiver.close()
    })

    test("an endpoint shows its secret once", async () => {
      expect(endpoint).toMatchObject({ object: "webhook_endpoint", status: "enabled", url: receiver.url, description: sdk, metadata: { of: "spec" }, livemode: false })
      expect(endpoint.secret).toMatch(/^whsec_/)
      const again = await stripe.webhookEndpoints.retrieve(endpoint.id)
      expect(again.secret).toBeUndefined()
      expect((await stripe.webhookEndpoints.list({ limit: 100 })).data.map(({ id }) => id)).toContain(endpoint.id)
    })

    test("what is delivered is an event the SDK believes, and our own verifier too", async () => {
      const intent = await payableIntent({ metadata: { order_id: "18" } })
      await pay(intent)
      await expect.poll(() => receiver.eventsAbout(intent.id), { timeout: 90_000 }).toEqual(["payment_intent.created", "payment_intent.succeeded"])
      for (const { body, signature } of receiver.about(intent.id)) {
        const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret!)
        expect(event).toMatchObject({ object: "event", livemode: false, data: { object: { id: intent.id, object: "payment_intent", metadata: { order_id: "18" } } } })
        expect(() => stripe.webhooks.constructEvent(body.replace("150000", "150001"), signature, endpoint.secret!)).toThrow(errors.StripeSignatureVerificationError)
        expect(verifyWebhook({ body, header: signature, secrets: [endpoint.secret!], now: new Date() })).toMatchObject({ valid: true })
      }
    })

    test("what was delivered can be read again, and names the request that caused it", async () => {
      const idempotencyKey = randomUUID()
      const intent = await newIntent({}, { idempotencyKey })
      await expect.poll(() => receiver.eventsAbout(intent.id), { timeout: 90_000 }).toEqual(["payment_intent.created"])
      const delivered = receiver.about(intent.id)[0]!.event
      const event = await stripe.events.retrieve(delivered.id)
      expect(event).toMatchObject({ id: delivered.id, type: "payment_intent.created", request: { id: intent.lastResponse.requestId, idempotency_key: idempotencyKey } })
      expect(event.data).toEqual(delivered.data)
      expect(JSON.stringify(event)).not.toContain(intent.client_secret)
    })

    test("events are listed by type and time, newest first, and walked through", async () => {
      const intent = await payableIntent()
      await stripe.paymentIntents.cancel(intent.id)
      const since = intent.created
      const mine: string[] = []
      for await (const event of stripe.events.list({ types: ["payment_intent.canceled", "payment_intent.created"], created: { gte: since }, limit: 1 })) {
        if ((event.data.object as { id: string }).id === intent.id) mine.push(event.type)
        if (mine.length === 2) break
      }
      expect(mine).toEqual(["payment_intent.canceled", "payment_intent.created"])
      expect((await stripe.events.list({ type: "payment_intent.canceled", limit: 5 })).data.every(({ type }) => type === "payment_intent.canceled")).toBe(true)
      expect(await refusal(stripe.events.list({ type: "refund.created", types: ["refund.created"] }))).toMatchObject({ statusCode: 400 })
      expect(await refusal(stripe.events.retrieve("evt_none"))).toMatchObject({ code: "resource_missing" })
    })

    test("a refund and a customer tell of themselves", async () => {
      const intent = await payableIntent()
      await pay(intent)
      const { id } = await stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 })
      await expect.poll(() => receiver.eventsAbout(id), { timeout: 90_000 }).toEqual(["refund.created"])
      const customer = await stripe.customers.create({ name: "Cũ" })
      await stripe.customers.update(customer.id, { name: "Mới" })
      await expect.poll(() => receiver.eventsAbout(customer.id), { timeout: 90_000 }).toEqual(["customer.updated"])
      expect(receiver.about(customer.id)[0]!.event.data.previous_attributes).toEqual({ name: "Cũ" })
    })

    test("an endpoint that is disabled hears nothing, and a deleted one is gone", async () => {
      const other = await new WebhookReceiver().listen()
      const { id } = await stripe.webhookEndpoints.create({ url: other.url, enabled_events: ["*"] })
      expect(await stripe.webhookEndpoints.update(id, { disabled: true, enabled_events: ["payment_intent.created"] })).toMatchObject({ status: "disabled", enabled_events: ["payment_intent.created"] })
      const unheard = await newIntent()
      expect(await stripe.webhookEndpoints.update(id, { disabled: false })).toMatchObject({ status: "enabled" })
      const heard = await newIntent()
      await expect.poll(() => other.eventsAbout(heard.id), { timeout: 90_000 }).toEqual(["payment_intent.created"])
      expect(other.about(unheard.id)).toEqual([])
      expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ id, deleted: true })
      expect(await refusal(stripe.webhookEndpoints.retrieve(id))).toMatchObject({ code: "resource_missing" })
      await other.close()
    })

    test.each([
      ["a path instead of an address", { url: "/hooks", enabled_events: ["*"] }, { code: "url_invalid", param: "url" }],
      ["the cloud's own metadata", { url: "http://169.254.169.254/latest", enabled_events: ["*"] }, { code: "url_invalid", param: "url" }],
      ["a password in the address", { url: "https://a:b@example.com", enabled_events: ["*"] }, { code: "url_invalid", param: "url" }],
      ["no event", { url: "https://example.com/hooks", enabled_events: [""] }, { param: "enabled_events[0]" }],
      ["what is not supported", { url: "https://example.com/hooks", enabled_events: ["*"], connect: true }, { code: "parameter_unknown", param: "connect" }],
    ])("an endpoint with %s is refused", async (_what, params, fields) => {
      const error = await refusal(stripe.webhookEndpoints.create(params as unknown as Stripe.WebhookEndpointCreateParams))
      expect(error).toBeInstanceOf(errors.StripeInvalidRequestError)
      expect(error).toMatchObject(fields)
    })
  })
})
