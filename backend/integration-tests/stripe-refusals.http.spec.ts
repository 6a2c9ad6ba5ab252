import { randomUUID } from "node:crypto"
import { createRequire } from "node:module"
import { setTimeout as sleep } from "node:timers/promises"
import type Stripe from "stripe"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { readRun } from "./support/people"

/** What Stripe refuses, refused as Stripe does it, as three major versions of its SDK see it. */
const VERSIONS = ["stripe-15", "stripe-19", "stripe-23"] as const
const require = createRequire(import.meta.url)
const run = readRun()
type Create = Stripe.PaymentIntentCreateParams

/** One request in that many milliseconds stays below the hundred a second that a caller has (src/stripe/rate-limit.ts). */
const PACE_MS = 15

describe.each(VERSIONS)("%s", (sdk) => {
  const Sdk = require(sdk) as typeof Stripe
  const { protocol, hostname: host, port } = new URL(run.backend)
  const stripe = new Sdk(process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests", { host, port, protocol: protocol === "https:" ? "https" : "http" })
  const create = (given: object, options?: Stripe.RequestOptions) => stripe.paymentIntents.create({ amount: 150_000, currency: "vnd", ...given } as Create, options)
  const VIETQR = { payment_method_types: ["vietqr"], payment_method_data: { type: "vietqr" } }

  let payable: Stripe.PaymentIntent
  let canceled: Stripe.PaymentIntent
  let paid: Stripe.PaymentIntent

  beforeAll(async () => {
    payable = await create({ ...VIETQR, confirm: true })
    canceled = await stripe.paymentIntents.cancel((await create({})).id)
    paid = await create({ ...VIETQR, confirm: true })
    const { data: payload } = (paid.next_action as unknown as { vietqr_display_qr_code: { data: string } }).vietqr_display_qr_code
    await fetch(`${run.backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ payload }) })
  })

  beforeEach(() => sleep(PACE_MS))

  const keys = (count: number, length = 3) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`.padEnd(length, "k"), "v"]))
  const list = (params: object) => stripe.paymentIntents.list(params as Stripe.PaymentIntentListParams)
  const STATE = "payment_intent_unexpected_state"

  test.each<[string, () => Promise<unknown>, { statusCode?: number; code?: string; param?: string; message?: unknown }]>([
    ["an amount of nothing", () => create({ amount: 0 }), { code: "parameter_invalid_integer", param: "amount", message: "This value must be greater than or equal to 1." }],
    ["an amount below nothing", () => create({ amount: -1 }), { code: "parameter_invalid_integer", param: "amount" }],
    ["half an amount", () => create({ amount: 0.5 }), { code: "parameter_invalid_integer", param: "amount", message: "Invalid integer: 0.5" }],
    ["an amount in words", () => create({ amount: "ten" }), { code: "parameter_invalid_integer", param: "amount" }],
    ["no amount", () => create({ amount: undefined }), { code: "parameter_missing", param: "amount", message: "Missing required param: amount." }],
    ["more than any rail takes", () => create({ amount: 99_999_999_999 }), { code: "amount_too_large", param: "amount" }],
    ["no currency", () => create({ currency: undefined }), { code: "parameter_missing", param: "currency" }],
    ["a currency that is not ours", () => create({ currency: "eur" }), { param: "currency" }],
    ["a method that is not ours", () => create({ payment_method_types: ["card"] }), { param: "payment_method_types[0]" }],
    ["a card", () => create({ payment_method: "pm_card_visa", confirm: true }), { code: "resource_missing", param: "payment_method", message: "No such PaymentMethod: 'pm_card_visa'" }],
    ["a confirmation without a method", () => create({ confirm: true }), { code: STATE, message: expect.stringContaining("missing a payment method") }],
    ["a way back without a confirmation", () => create({ return_url: "http://localhost:8000/a" }), { param: "return_url" }],
    ["capturing later", () => create({ capture_method: "manual" }), { param: "capture_method" }],
    ["keeping a method for later", () => create({ setup_future_usage: "off_session" }), { code: "parameter_unknown", param: "setup_future_usage" }],
    ["a fee without anybody to take it from", () => create({ application_fee_amount: 10 }), { param: "application_fee_amount" }],
    ["a customer who is not there", () => create({ customer: "cus_none" }), { statusCode: 400, code: "resource_missing", param: "customer", message: "No such customer: 'cus_none'" }],
    ["an empty customer", () => create({ customer: "" }), { code: "parameter_invalid_empty", param: "customer" }],
    ["fifty-one keys", () => create({ metadata: keys(51) }), { param: "metadata", message: expect.stringContaining("up to 50 metadata keys") }],
    ["a key of forty-one characters", () => create({ metadata: keys(1, 41) }), { param: "metadata", message: expect.stringContaining("up to 40 characters") }],
    ["a value of 501 characters", () => create({ metadata: { a: "v".repeat(501) } }), { param: "metadata[a]", message: expect.stringContaining("up to 500 characters, but you passed in a value that is 501 characters") }],
    ["metadata within metadata", () => create({ metadata: { a: { b: "c" } } }), { param: "metadata[a]" }],
    ["expanding what is no object", () => stripe.paymentIntents.retrieve(payable.id, { expand: ["amount"] }), { message: "This property cannot be expanded (amount)." }],
    ["expanding what does not exist", () => stripe.paymentIntents.retrieve(payable.id, { expand: ["invoice_of_mine"] }), { message: "This property cannot be expanded (invoice_of_mine)." }],
    ["expanding too deep", () => stripe.paymentIntents.retrieve(payable.id, { expand: ["a.b.c.d.e"] }), { message: expect.stringContaining("more than 4 levels") }],
    ["a page of nothing", () => list({ limit: 0 }), { code: "parameter_invalid_integer", param: "limit" }],
    ["a page of 101", () => list({ limit: 101 }), { code: "parameter_invalid_integer", param: "limit", message: "This value must be less than or equal to 100." }],
    ["a page after nothing", () => list({ starting_after: "pi_none" }), { code: "resource_missing", param: "starting_after" }],
    ["a page between two", () => list({ starting_after: payable.id, ending_before: payable.id }), { param: "ending_before" }],
    ["a time that is none", () => list({ created: { gte: "yesterday" } }), { code: "parameter_invalid_integer", param: "created[gte]" }],
    ["a comparison of times that is none", () => list({ created: { after: 1 } }), { code: "parameter_unknown", param: "created[after]" }],
    ["a filter that is none", () => list({ status: "succeeded" }), { code: "parameter_unknown", param: "status" }],
    ["capturing what is paid", () => stripe.paymentIntents.capture(paid.id), { code: STATE, message: expect.stringContaining("could not be captured") }],
    ["confirming what is paid", () => stripe.paymentIntents.confirm(paid.id), { code: STATE, message: expect.stringContaining("already succeeded") }],
    ["canceling what is paid", () => stripe.paymentIntents.cancel(paid.id), { code: STATE, message: expect.stringContaining("status of succeeded") }],
    ["another amount of what is paid", () => stripe.paymentIntents.update(paid.id, { amount: 1 }), { code: STATE }],
    ["another amount of what is shown", () => stripe.paymentIntents.update(payable.id, { amount: 1 }), { code: STATE }],
    ["confirming what is canceled", () => stripe.paymentIntents.confirm(canceled.id), { code: STATE, message: expect.stringContaining("status of canceled") }],
    ["canceling for a reason of one's own", () => stripe.paymentIntents.cancel(payable.id, { cancellation_reason: "bored" as never }), { param: "cancellation_reason" }],
    ["refunding what is not paid", () => stripe.refunds.create({ payment_intent: payable.id }), { param: "payment_intent", message: expect.stringContaining("does not have a successful charge to refund") }],
    ["refunding nothing", () => stripe.refunds.create({ payment_intent: paid.id, amount: 0 }), { code: "parameter_invalid_integer", param: "amount" }],
    ["refunding more than there is", () => stripe.refunds.create({ payment_intent: paid.id, amount: 150_001 }), { param: "amount", message: expect.stringContaining("greater than unrefunded amount") }],
    ["refunding neither", () => stripe.refunds.create({}), { code: "parameter_missing", param: "payment_intent" }],
    ["refunding both", () => stripe.refunds.create({ payment_intent: paid.id, charge: "ch_x" }), { param: "payment_intent" }],
    ["an address that is none", () => stripe.customers.create({ email: "nobody" }), { code: "email_invalid", param: "email" }],
    ["a version that is none", () => stripe.paymentIntents.list({}, { apiVersion: "yesterday" }), { message: "Invalid Stripe API version: yesterday" }],
    ["a key as long as a letter", () => create({}, { idempotencyKey: "k".repeat(256) }), { statusCode: 400 }],
  ])("%s", async (_what, attempt, fields) => {
    const error = await attempt().then(() => undefined, (thrown: Stripe.errors.StripeError) => thrown)
    expect(error).toBeInstanceOf(Sdk.errors.StripeInvalidRequestError)
    expect(error).toMatchObject(fields)
    expect(error!.message).not.toMatch(/undefined|\[object/)
    expect(error!.requestId).toMatch(/^req_/)
  })

  test("what was refused left nothing, and what it was refused about is as it was", async () => {
    const tag = randomUUID()
    await create({ metadata: { tag }, confirm: true }).catch(() => undefined)
    expect((await stripe.paymentIntents.search({ query: `metadata['tag']:'${tag}'` })).data).toEqual([])
    expect(await stripe.paymentIntents.retrieve(payable.id)).toMatchObject({ amount: 150_000, status: "requires_action" })
    expect(await stripe.paymentIntents.retrieve(paid.id)).toMatchObject({ status: "succeeded", amount_received: 150_000 })
    // Twice confirmed it shows the same QR, and a currency in capitals is the same currency.
    expect((await stripe.paymentIntents.confirm(payable.id)).next_action).toEqual(payable.next_action)
    expect((await create({ currency: "VND" })).currency).toBe("vnd")
  })
})
