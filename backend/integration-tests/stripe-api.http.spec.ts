import { randomUUID } from "node:crypto"
import { describe, expect, test } from "vitest"

/** /v1 as a caller without Stripe's SDK meets it: headers, keys, forms, hostile bodies, and a whole payment. */
const backend = process.env.TEST_BACKEND_URL
if (!backend) throw new Error("TEST_BACKEND_URL is not set. Run these specs through `npm test`.")
const KEY = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"

type Answer = { status: number; headers: Headers; body: Record<string, unknown> & { error?: Record<string, unknown> } }

async function call(method: string, path: string, form?: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${backend}${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
    ...(form !== undefined && { body: typeof form === "string" ? form : new Uint8Array(form) }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] }
}

const VIETQR = "amount=150000&currency=vnd&payment_method_types[0]=vietqr&payment_method_data[type]=vietqr"
type Qr = { data: string; hosted_instructions_url: string; image_url_png: string; image_url_svg: string; reference: string }
const qrOf = ({ body }: Answer) => (body.next_action as { vietqr_display_qr_code: Qr }).vietqr_display_qr_code
/** What the API says of its own address may be another than the one the tests came by. */
const here = (url: string) => `${backend}${new URL(url).pathname}`

test("a whole payment: made, confirmed, shown, transferred, succeeded, refunded", async () => {
  const made = await call("POST", "/v1/payment_intents", `${VIETQR}&metadata[order_id]=${randomUUID()}`, { "stripe-version": "2026-10-28.endive", "idempotency-key": randomUUID() })
  expect(made.status).toBe(200)
  expect(made.headers.get("stripe-version")).toBe("2026-10-28.endive")
  expect(made.headers.get("request-id")).toMatch(/^req_[0-9a-f]{16}$/)
  const id = String(made.body.id)
  const confirmed = await call("POST", `/v1/payment_intents/${id}/confirm`)
  const qr = qrOf(confirmed)

  const png = await fetch(here(qr.image_url_png))
  expect(png.headers.get("content-type")).toBe("image/png")
  expect(Buffer.from(await png.arrayBuffer()).subarray(1, 4).toString()).toBe("PNG")
  expect(await (await fetch(here(qr.image_url_svg))).text()).toMatch(/^<svg /)
  const page = await (await fetch(here(qr.hosted_instructions_url))).text()
  for (const shown of [qr.reference, "150.000 ₫", "Nội dung chuyển khoản", "/qr.svg"]) expect(page).toContain(shown)
  expect(await (await fetch(`${here(qr.hosted_instructions_url)}?lang=en`)).text()).toContain("Transfer message")
  expect((await fetch(here(qr.hosted_instructions_url).replace(/[0-9a-f]{4}$/, "zzzz"))).status).toBe(404)

  const transfer = await fetch(`${backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ payload: qr.data }) })
  expect(transfer.ok).toBe(true)
  const paid = await call("GET", `/v1/payment_intents/${id}?expand[0]=latest_charge`)
  expect(paid.body).toMatchObject({ status: "succeeded", amount_received: 150_000, next_action: null, latest_charge: { object: "charge", paid: true } })
  expect((await fetch(here(qr.image_url_png))).status).toBe(404)
  expect(await (await fetch(here(qr.hosted_instructions_url))).text()).toContain("Đã nhận đủ tiền")

  const refund = await call("POST", "/v1/refunds", `payment_intent=${id}&amount=40000`)
  expect(refund.body).toMatchObject({ object: "refund", amount: 40_000, payment_intent: id })
})

test("the client secret opens this one intent without a key, from another site's page too", async () => {
  const made = await call("POST", "/v1/payment_intents", `${VIETQR}&metadata[a]=1`)
  const read = (secret: unknown, headers: HeadersInit = {}) => fetch(`${backend}/v1/payment_intents/${String(made.body.id)}?client_secret=${String(secret)}`, { headers })
  const shown = await read(made.body.client_secret, { authorization: "Bearer pk_test_anything" })
  expect(shown.status).toBe(200)
  expect(shown.headers.get("access-control-allow-origin")).toBe("*")
  expect(await shown.json()).not.toHaveProperty("metadata")
  expect((await read("wrong")).status).toBe(404)
  // A wrong secret key is not helped by a client secret, and the secret opens nothing but reading.
  expect((await read(made.body.client_secret, { authorization: "Bearer sk_wrong" })).status).toBe(401)
  const cancel = await fetch(`${backend}/v1/payment_intents/${String(made.body.id)}/cancel?client_secret=${String(made.body.client_secret)}`, { method: "POST" })
  expect(cancel.status).toBe(401)
})

describe("who may call", () => {
  test("the key as Bearer or as the user of Basic; nothing else", async () => {
    expect((await call("GET", "/v1/payment_intents?limit=1", undefined, { authorization: `Basic ${Buffer.from(`${KEY}:`).toString("base64")}` })).status).toBe(200)
    const none = await fetch(`${backend}/v1/payment_intents`)
    expect(none.status).toBe(401)
    expect(none.headers.get("stripe-should-retry")).toBe("false")
    expect(await none.json()).toMatchObject({ error: { type: "invalid_request_error", message: expect.stringContaining("did not provide an API key") } })
    const wrong = await call("GET", "/v1/payment_intents", undefined, { authorization: "Bearer sk_live_0123456789abcdef" })
    expect(wrong).toMatchObject({ status: 401, body: { error: { message: "Invalid API Key provided: sk_live_********cdef" } } })
  })

  test("an account of somebody else's is refused, never overlooked", async () => {
    expect(await call("GET", "/v1/payment_intents", undefined, { "stripe-account": "acct_1" })).toMatchObject({ status: 403, body: { error: { code: "account_invalid" } } })
  })
})

test.each([
  ["GET", "/v1"],
  ["GET", "/v1/setup_intents"],
  ["POST", "/v1/payment_methods"],
  ["PUT", "/v1/payment_intents"],
  ["GET", "/v1/payment_intents/pi_1/nothing"],
  ["GET", "/v1/balance_transactions"],
])("%s %s is an unrecognized URL", async (method, path) => {
  expect(await call(method, path)).toMatchObject({ status: 404, body: { error: { type: "invalid_request_error", message: `Unrecognized request URL (${method}: ${path}).` } } })
})

describe("hostile and broken bodies are refused in Stripe's shape", () => {
  test.each([
    ["__proto__", "amount=1&currency=vnd&__proto__[admin]=1"],
    ["constructor in metadata", "amount=1&currency=vnd&metadata[constructor][prototype][admin]=1"],
    ["a doubled amount", "amount=1&amount=2&currency=vnd"],
    ["1001 parameters", Array.from({ length: 1001 }, (_, index) => `p${index}=1`).join("&")],
    ["depth", "a[b][c][d][e][f][g]=1"],
    ["bad UTF-8", "amount=1&currency=vnd&description=%FF%FE"],
    ["raw bad bytes", Buffer.from([0x61, 0x3d, 0xff, 0xfe])],
    ["NUL", "amount=1&currency=vnd&description=%00"],
    ["an unknown parameter", "amount=1&currency=vnd&colour=red"],
    ["a wrong type", "amount[gte]=1&currency=vnd"],
  ])("%s", async (_what, form) => {
    const answer = await call("POST", "/v1/payment_intents", form)
    expect(answer).toMatchObject({ status: 400, body: { error: { type: "invalid_request_error", message: expect.any(String) } } })
    expect(answer.headers.get("stripe-should-retry")).toBe("false")
  })

  test("a body that is no form, one that is too large, a key that is too long", async () => {
    expect(await call("POST", "/v1/payment_intents", '{"amount":1}', { "content-type": "application/json" })).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining("x-www-form-urlencoded") } } })
    expect((await call("POST", "/v1/payment_intents", `description=${"x".repeat(300_000)}`)).status).toBe(413)
    expect((await call("POST", "/v1/payment_intents", VIETQR, { "idempotency-key": "k".repeat(256) })).status).toBe(400)
    expect(await call("GET", "/v1/payment_intents?limit=1&limit=2")).toMatchObject({ status: 400 })
  })
})

test("one Idempotency-Key: the same answer again, an error for other parameters, one intent for ten at once", async () => {
  const headers = { "idempotency-key": randomUUID() }
  const first = await call("POST", "/v1/payment_intents", VIETQR, headers)
  const again = await call("POST", "/v1/payment_intents", VIETQR, headers)
  expect(again.body).toEqual(first.body)
  expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"])
  expect(await call("POST", "/v1/payment_intents", `${VIETQR}&description=x`, headers)).toMatchObject({ status: 400, body: { error: { type: "idempotency_error" } } })
  const tag = randomUUID()
  const burst = await Promise.all(Array.from({ length: 10 }, () => call("POST", "/v1/payment_intents", `${VIETQR}&metadata[tag]=${tag}`, { "idempotency-key": tag })))
  for (const { status, body } of burst) if (status !== 200) expect([status, body.error?.code]).toEqual([409, "idempotency_key_in_use"])
  const found = await call("GET", `/v1/payment_intents/search?query=${encodeURIComponent(`metadata['tag']:'${tag}'`)}`)
  expect(found.body.data).toHaveLength(1)
})
