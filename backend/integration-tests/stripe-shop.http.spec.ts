import { createRequire } from "node:module"
import type Stripe from "stripe"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readRun, type Run } from "./support/people"
import { freePort, openStripeShop, type StripeShop } from "./support/stripe-shop.mjs"

/**
 * A stock Medusa of its own, in a process and a database of its own, sells through our Stripe-shaped API with Medusa's
 * own Stripe provider. Between the two there is only HTTP: the provider calls /v1, our webhooks call the shop.
 */
type Intent = { id: string; status: string; amount: number; next_action: { vietqr_display_qr_code: { data: string } } | null }
type Session = { id: string; provider_id: string; status: string; data: Intent }
type Cart = { id: string; total: number; completed_at: string | null; payment_collection: { id: string; payment_sessions: Session[] } | null }
type Payment = { id: string; amount: number; captured_at: string | null; data: { id: string }; refunds: { amount: number }[] }
type Order = { id: string; payment_status: string; total: number; email: string; payment_collections: { payments: Payment[] }[] }

const API_KEY = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"
const require = createRequire(import.meta.url)

let run: Run
let shop: StripeShop
let stripe: Stripe
let endpoint: Stripe.WebhookEndpoint

beforeAll(async () => {
  run = readRun()
  const { protocol, hostname: host, port } = new URL(run.backend)
  stripe = new (require("stripe-23") as typeof Stripe)(API_KEY, { host, port, protocol: protocol === "https:" ? "https" : "http" })
  const shopPort = await freePort()
  endpoint = await stripe.webhookEndpoints.create({ url: `http://127.0.0.1:${shopPort}/hooks/payment/cho-phien_vietqr`, enabled_events: ["*"], description: "stripe-shop.http.spec" })
  shop = await openStripeShop(shopPort, { url: run.backend, key: API_KEY, webhookSecret: endpoint.secret! })
}, 600_000)

afterAll(async () => {
  if (endpoint) await stripe.webhookEndpoints.del(endpoint.id)
  await shop?.close()
})

async function call<T>(path: string, body?: object, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${shop.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "x-publishable-api-key": shop.publishable_key, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
const admin = <T>(path: string, body?: object) => call<T>(`/admin${path}`, body, { authorization: `Basic ${Buffer.from(`${shop.secret_key}:`).toString("base64")}` })

/** A cart that lacks nothing but the money. */
async function cartToPay(email: string, headers: Record<string, string> = {}): Promise<Cart> {
  const store = <T>(path: string, body?: object) => call<T>(`/store${path}`, body, headers)
  const address = { first_name: "Bình", last_name: "Lê", address_1: "Số 2, xóm Thử", city: "Hà Nội", country_code: "vn", postal_code: "100000" }
  const { cart } = await store<{ cart: Cart }>("/carts", { region_id: shop.region_id, email, shipping_address: address, billing_address: address })
  await store(`/carts/${cart.id}/line-items`, { variant_id: shop.variant_id, quantity: 2 })
  await store(`/carts/${cart.id}/shipping-methods`, { option_id: shop.shipping_option_id })
  await store("/payment-collections", { cart_id: cart.id })
  return (await store<{ cart: Cart }>(`/carts/${cart.id}`)).cart
}

/** The session that asks for a QR at once: what a storefront hands to Medusa's provider is handed on to our API. */
async function openSession(cart: Cart, headers: Record<string, string> = {}): Promise<Session> {
  const data = { confirm: true, payment_method_data: { type: "vietqr" } }
  const { payment_collection } = await call<{ payment_collection: { payment_sessions: Session[] } }>(
    `/store/payment-collections/${cart.payment_collection!.id}/payment-sessions`,
    { provider_id: shop.provider_id, data },
    headers,
  )
  return payment_collection.payment_sessions[0]!
}

async function payAtTheBank(session: Session, given: object = {}): Promise<void> {
  const body = JSON.stringify({ payload: session.data.next_action!.vietqr_display_qr_code.data, ...given })
  const response = await fetch(`${run.backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body })
  expect(response.status).toBe(201)
}

const ordersOf = async (email: string) =>
  (await admin<{ orders: Order[] }>("/orders?fields=id,email,total,payment_status,*payment_collections.payments,*payment_collections.payments.refunds&limit=100&order=-created_at")).orders.filter((order) => order.email === email)

/** What the webhook makes of a cart whose buyer never comes back. */
async function orderOf(email: string): Promise<Order> {
  await expect.poll(async () => (await ordersOf(email)).map(({ payment_status }) => payment_status), { timeout: 90_000, interval: 500 }).toEqual(["captured"])
  return (await ordersOf(email))[0]!
}

const deliveriesOf = async (intentId: string) => {
  const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 300 })
  return events.filter((event) => (event.data.object as { id: string }).id === intentId)
}

test("a cart becomes a captured order when the bank's money comes, though the buyer closed the page", async () => {
  const email = "closed-tab@stripe-shop.example"
  const cart = await cartToPay(email)
  expect(cart.total).toBe(220_000)
  const session = await openSession(cart)
  expect(session).toMatchObject({ status: "requires_more", data: { status: "requires_action", amount: 220_000 } })
  expect(JSON.stringify(session)).not.toContain(API_KEY)
  expect(await stripe.paymentIntents.retrieve(session.data.id)).toMatchObject({ amount: 220_000, currency: "vnd", metadata: { session_id: session.id } })

  await payAtTheBank(session)
  const order = await orderOf(email)
  expect(order).toMatchObject({ total: 220_000, payment_status: "captured" })
  const [payment] = order.payment_collections[0]!.payments
  expect(payment).toMatchObject({ amount: 220_000, data: { id: session.data.id } })
  expect(payment!.captured_at).not.toBeNull()
  expect((await call<{ cart: Cart }>(`/store/carts/${cart.id}`)).cart.completed_at).not.toBeNull()
})

test("one order for one payment: notices told twice and webhooks replayed change nothing more", async () => {
  const email = "twice@stripe-shop.example"
  const session = await openSession(await cartToPay(email))
  await payAtTheBank(session, { notices: 2 })
  await orderOf(email)
  const succeeded = (await deliveriesOf(session.data.id)).filter(({ type }) => type === "payment_intent.succeeded")
  expect(succeeded).toHaveLength(1)
  const again = await fetch(`${run.backend}/v1/events/${succeeded[0]!.id}/retry`, { method: "POST", headers: { authorization: `Bearer ${API_KEY}` }, body: new URLSearchParams({ webhook_endpoint: endpoint.id }) })
  expect(again.status).toBe(200)
  await expect.poll(async () => (await stripe.events.retrieve(succeeded[0]!.id)).pending_webhooks, { timeout: 90_000 }).toBe(0)
  // The shop answers before it works; what it makes of the replay is there before the next order is.
  const another = await openSession(await cartToPay("after-twice@stripe-shop.example"))
  await payAtTheBank(another)
  await orderOf("after-twice@stripe-shop.example")
  const order = await orderOf(email)
  expect(order.payment_collections[0]!.payments).toHaveLength(1)
})

test("a part of the money makes no order; the rest of it does", async () => {
  const email = "in-two-parts@stripe-shop.example"
  const session = await openSession(await cartToPay(email))
  await payAtTheBank(session, { amount_vnd: 100_000 })
  await expect.poll(async () => (await deliveriesOf(session.data.id)).map(({ type }) => type), { timeout: 90_000 }).toContain("payment_intent.partially_funded")
  expect(await ordersOf(email)).toEqual([])
  await payAtTheBank(session, { amount_vnd: 120_000 })
  expect((await orderOf(email)).total).toBe(220_000)
})

test("the operator's refund in the shop is a refund of ours, and of no more than was paid", async () => {
  const email = "refund@stripe-shop.example"
  const session = await openSession(await cartToPay(email))
  await payAtTheBank(session)
  const [payment] = (await orderOf(email)).payment_collections[0]!.payments
  await admin(`/payments/${payment!.id}/refund`, { amount: 70_000 })
  expect(await refundsOf(session.data.id)).toEqual([70_000])
  await admin(`/payments/${payment!.id}/refund`, { amount: 150_000 })
  expect((await refundsOf(session.data.id)).toSorted()).toEqual([150_000, 70_000])
  await expect(admin(`/payments/${payment!.id}/refund`, { amount: 1_000 })).rejects.toThrow(/400/)
  expect((await refundsOf(session.data.id)).toSorted()).toEqual([150_000, 70_000])
})

const refundsOf = async (intentId: string) => (await stripe.refunds.list({ payment_intent: intentId })).data.map(({ amount }) => amount)

test("a session given up cancels its intent: the QR of an old basket takes no money for the new one", async () => {
  const cart = await cartToPay("changed-mind@stripe-shop.example")
  const first = await openSession(cart)
  const second = await openSession(cart)
  expect(second.data.id).not.toBe(first.data.id)
  expect((await stripe.paymentIntents.retrieve(first.data.id)).status).toBe("canceled")
  expect((await stripe.paymentIntents.retrieve(second.data.id)).status).toBe("requires_action")
})

test("a customer with an account is a customer of ours, and pays as one", async () => {
  const email = "account@stripe-shop.example"
  const { token } = await call<{ token: string }>("/auth/customer/emailpass/register", { email, password: "mat-khau-thu-nghiem" })
  await call("/store/customers", { email, first_name: "Bình", last_name: "Lê" }, { authorization: `Bearer ${token}` })
  const login = await call<{ token: string }>("/auth/customer/emailpass", { email, password: "mat-khau-thu-nghiem" })
  const headers = { authorization: `Bearer ${login.token}` }
  const session = await openSession(await cartToPay(email, headers), headers)
  const { customer } = await stripe.paymentIntents.retrieve(session.data.id, { expand: ["customer"] })
  expect(customer).toMatchObject({ object: "customer", email, name: "Bình Lê" })
  await payAtTheBank(session)
  expect((await orderOf(email)).payment_status).toBe("captured")
})

test("the shop believes no webhook but ours", async () => {
  const email = "forged@stripe-shop.example"
  const session = await openSession(await cartToPay(email))
  const body = JSON.stringify({ id: "evt_forged", object: "event", type: "payment_intent.succeeded", data: { object: { ...session.data, status: "succeeded", amount_received: 220_000, metadata: { session_id: session.id } } } })
  const forged = await fetch(endpoint.url, { method: "POST", headers: { "content-type": "application/json", "stripe-signature": stripe.webhooks.generateTestHeaderString({ payload: body, secret: "whsec_guessed" }) }, body })
  // Stock Medusa says yes before it looks; what counts is that nothing comes of it.
  expect(forged.status).toBe(200)
  const honest = await openSession(await cartToPay("after-forged@stripe-shop.example"))
  await payAtTheBank(honest)
  await orderOf("after-forged@stripe-shop.example")
  expect(await ordersOf(email)).toEqual([])
})
