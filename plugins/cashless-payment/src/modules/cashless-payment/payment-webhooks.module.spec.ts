import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { WebhookReceiver } from "../../../test/support/webhook-receiver"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { OUTBOX_EVENT_TYPES } from "./rules/event-types"
import { verifyWebhook } from "./rules/webhook-signature"

const AMOUNT = 150_000
const DAY_MS = 86_400_000

let running: RunningModule
let receiver: WebhookReceiver
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "true", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_payment_webhooks")
})
afterAll(() => running?.stop())
beforeEach(async () => {
  await running.rows("delete from webhook_delivery")
  await running.rows("delete from webhook_endpoint")
  receiver = await new WebhookReceiver().listen()
})
afterEach(() => receiver.close())

const webhooks = () => running.payments.webhooks
const endpoint = (enabledEvents = ["*"], url = receiver.url) => webhooks().createEndpoint({ url, enabledEvents, description: null, metadata: {}, apiVersion: null })
const deliveries = async (eventType?: string) => (await webhooks().listDeliveries({ endpointId: null, status: null, limit: 100, offset: 0 })).deliveries.filter(({ event_type }) => !eventType || event_type === eventType)

function newIntent(): Promise<PaymentIntentView> {
  serial += 1
  return running.payments.createIntent({
    amountVnd: AMOUNT,
    rail: "vietqr",
    payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE", bankName: "MB" },
    description: "Đơn hàng thử",
    metadata: { order_id: `order_${serial}` },
    expiresAt: new Date(Date.now() + 1_800_000),
    idempotencyKey: `webhook-${serial}`,
  })
}

function pay(intent: PaymentIntentView, amountVnd = AMOUNT) {
  serial += 1
  const transfer = {
    provider: "sepay" as const,
    providerTransactionId: `w${serial}`,
    bankName: "Sandbox",
    accountNumber: "0123456789",
    subAccountNumber: null,
    direction: "in" as const,
    amountVnd,
    memo: intent.vietqr!.memo,
    referenceCode: `FTW${serial}`,
    bookedAt: new Date(),
  }
  return running.payments.takeBankNotice(transfer, JSON.stringify(transfer))
}

describe("events", () => {
  test("are the whole object as it was at that moment, in Stripe's shape", async () => {
    const intent = await newIntent()
    await pay(intent, 50_000)
    await pay(intent, 100_000)
    const { events } = await webhooks().listEvents({ types: null, created: {}, limit: 100, startingAfter: null, endingBefore: null })
    const mine = events.filter(({ data }) => data.object.id === intent.id).toReversed()
    expect(events.filter(({ data }) => data.object.payment_intent === intent.id)).toMatchObject([{ type: "charge.succeeded", data: { object: { object: "charge", amount: AMOUNT, amount_refunded: 0, paid: true } } }])
    expect(mine.map(({ type }) => type)).toEqual(["payment_intent.created", "payment_intent.requires_action", "payment_intent.partially_funded", "payment_intent.succeeded"])
    expect(mine.map(({ data }) => [data.object.status, data.object.amount_received])).toEqual([
      ["requires_action", 0],
      ["requires_action", 0],
      ["requires_action", 50_000],
      ["succeeded", 150_000],
    ])
    expect(mine[3]).toMatchObject({ id: expect.stringMatching(/^evt_/), data: { object: { object: "payment_intent", amount: AMOUNT, currency: "vnd", metadata: intent.metadata } } })
    expect(JSON.stringify(mine)).not.toContain("_secret_")
  })

  test("only those that listeners in the process know wait to be acknowledged", async () => {
    const waiting = async (id: string) => (await running.rows("select type from payment_outbox_event where intent_id = ? and acknowledged_at is null order by sequence", [id])).map(({ type }) => type)
    const intent = await newIntent()
    expect(await waiting(intent.id)).toEqual([])
    await pay(intent)
    expect(await waiting(intent.id)).toEqual(["payment_intent.succeeded"])
    expect(running.emitted.every(({ name }) => OUTBOX_EVENT_TYPES.some((type) => type === name))).toBe(true)
  })

  test("are listed by type, by time and by cursor in both directions, all of one transaction in their order", async () => {
    const intents = [await newIntent(), await newIntent(), await newIntent()]
    for (const intent of intents) await running.payments.cancelIntent(intent.id, "duplicate")
    const list = (given: object) => webhooks().listEvents({ types: null, created: {}, limit: 2, startingAfter: null, endingBefore: null, ...given })
    const walked: string[] = []
    for (let startingAfter: string | null = null; ; ) {
      const { events, hasMore } = await list({ types: ["payment_intent.canceled", "payment_intent.created"], startingAfter })
      walked.push(...events.map(({ id }) => id))
      startingAfter = events.at(-1)?.id ?? null
      if (!hasMore) break
    }
    const all = (await list({ types: ["payment_intent.canceled", "payment_intent.created"], limit: 100 })).events
    expect(walked).toEqual(all.map(({ id }) => id))
    expect(new Set(walked).size).toBe(walked.length)

    const back = await list({ endingBefore: all[3]!.id, types: ["payment_intent.canceled", "payment_intent.created"] })
    expect(back.events.map(({ id }) => id)).toEqual([all[1]!.id, all[2]!.id])
    expect(back.hasMore).toBe(true)
    const now = Math.floor(Date.now() / 1000)
    expect((await list({ created: { gt: now + 60 } })).events).toEqual([])
    expect((await list({ created: { gte: now - 600, lt: now + 60 } })).events).toHaveLength(2)
  })

  test("are forgotten after 30 days, but not while somebody still waits for them", async () => {
    const [old, waiting] = [await newIntent(), await newIntent()]
    await pay(waiting)
    await running.rows("update payment_outbox_event set created_at = now() - interval '29 days' where intent_id in (?, ?)", [old.id, waiting.id])
    const count = async (id: string) => (await running.rows("select type from payment_outbox_event where intent_id = ? order by sequence", [id])).map(({ type }) => type)
    await webhooks().prune()
    expect(await count(old.id)).toHaveLength(2)
    await webhooks().prune(new Date(Date.now() + 2 * DAY_MS))
    expect(await count(old.id)).toEqual([])
    expect(await count(waiting.id)).toEqual(["payment_intent.succeeded"])
  })
})

describe("webhooks", () => {
  test("reach every endpoint that wants the type, signed, in the order of what happened", async () => {
    const { secret } = await endpoint()
    const other = await new WebhookReceiver().listen()
    await endpoint(["payment_intent.succeeded", "refund.created"], other.url)
    const intent = await newIntent()
    await pay(intent)
    await expect.poll(() => receiver.typesAbout(intent.id), { timeout: 10_000 }).toEqual(["payment_intent.created", "payment_intent.requires_action", "charge.succeeded", "payment_intent.succeeded"])
    await expect.poll(() => other.typesAbout(intent.id), { timeout: 10_000 }).toEqual(["payment_intent.succeeded"])
    for (const { body, signature } of receiver.about(intent.id)) {
      expect(verifyWebhook({ body, header: signature, secrets: [secret], now: new Date() }).valid).toBe(true)
      expect(verifyWebhook({ body, header: signature, secrets: ["whsec_other"], now: new Date() }).valid).toBe(false)
    }
    await expect.poll(async () => (await deliveries()).map(({ status }) => status)).toEqual(Array(5).fill("succeeded"))
    await other.close()
  })

  test("are not written when what they tell of is taken back", async () => {
    await endpoint()
    const intent = await newIntent()
    await expect.poll(() => receiver.about(intent.id).length).toBe(2)
    await running.rows("alter table payment_outbox_event add constraint nobody_succeeds check (type <> 'payment_intent.succeeded' or created_at < '2026-01-01') not valid")
    await expect(pay(intent)).rejects.toThrow()
    await running.rows("alter table payment_outbox_event drop constraint nobody_succeeds")
    expect((await running.payments.retrieveIntent(intent.id)).status).toBe("requires_action")
    expect(await deliveries("payment_intent.succeeded")).toEqual([])
    await pay(intent)
    await expect.poll(() => receiver.typesAbout(intent.id)).toContain("payment_intent.succeeded")
  })

  test("are tried again after a failure, a redirect and a dropped connection, and then no more", async () => {
    await endpoint(["payment_intent.created"])
    const elsewhere = await new WebhookReceiver().listen()
    receiver.answer = (_received, count) => [{ status: 500 }, { status: 302, headers: { location: elsewhere.url } }, { status: 204 }][count - 1] ?? { status: 200 }
    const intent = await newIntent()
    await expect.poll(async () => (await deliveries())[0]?.error).toBe("HTTP 500")
    expect((await running.rows("select failing_since from webhook_endpoint"))[0]!.failing_since).not.toBeNull()
    const [first] = await deliveries()
    const pause = Date.parse(first!.next_attempt_at!) - Date.parse(first!.last_attempt_at!)
    expect(pause).toBeGreaterThanOrEqual(10_000)
    await webhooks().deliverDue(new Date(Date.parse(first!.next_attempt_at!) - 1))
    expect(receiver.received).toHaveLength(1)

    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await webhooks().deliverDue(later(1))
    expect((await deliveries())[0]).toMatchObject({ status: "pending", attempts: 2, response_status: 302, error: "HTTP 302" })
    await webhooks().deliverDue(later(2))
    expect((await deliveries())[0]).toMatchObject({ status: "succeeded", attempts: 3, response_status: 204, error: null, next_attempt_at: null })
    await webhooks().deliverDue(later(24))
    expect(receiver.typesAbout(intent.id)).toEqual(Array(3).fill("payment_intent.created"))
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1)
    expect(elsewhere.received).toEqual([])
    expect((await running.rows("select failing_since from webhook_endpoint"))[0]!.failing_since).toBeNull()
    await elsewhere.close()
  })

  test("that nobody takes are given up after three days", async () => {
    await endpoint(["payment_intent.created"], "http://127.0.0.1:1/closed")
    await newIntent()
    await expect.poll(async () => (await deliveries())[0]?.error).toContain("ECONNREFUSED")
    await webhooks().deliverDue(new Date(Date.now() + 3 * DAY_MS))
    expect((await deliveries())[0]).toMatchObject({ status: "failed", attempts: 2, next_attempt_at: null })
    expect(await webhooks().deliverDue(new Date(Date.now() + 9 * DAY_MS))).toBe(0)
  })

  test("of an endpoint that failed for five days stop until it is enabled again", async () => {
    const { endpoint: down } = await endpoint(["payment_intent.created"])
    receiver.answer = () => ({ status: 500 })
    await running.rows("update webhook_endpoint set failing_since = now() - interval '119 hours'")
    await newIntent()
    await expect.poll(async () => (await deliveries())[0]?.attempts).toBe(1)
    await expect.poll(async () => (await deliveries())[0]?.error).toBe("HTTP 500")
    expect((await webhooks().findEndpoint(down.id))!.status).toBe("enabled")
    await webhooks().deliverDue(new Date(Date.now() + 2 * 3_600_000))
    expect(await webhooks().findEndpoint(down.id)).toMatchObject({ status: "disabled", disabled_reason: "failing_for_days" })

    await newIntent()
    expect(await deliveries()).toHaveLength(1)
    receiver.answer = () => ({ status: 200 })
    expect(await webhooks().updateEndpoint(down.id, { disabled: false })).toMatchObject({ status: "enabled", failing_since: null, disabled_reason: null })
    await webhooks().deliverDue(new Date(Date.now() + 4 * 3_600_000))
    expect((await deliveries())[0]!.status).toBe("succeeded")
  })

  test("of one slow endpoint do not hold up another", async () => {
    const slow = await new WebhookReceiver().listen()
    let release = () => {}
    slow.answer = () => new Promise((done) => { release = () => done({ status: 200 }) })
    await endpoint(["payment_intent.created"], slow.url)
    await endpoint(["payment_intent.created"])
    const intent = await newIntent()
    await expect.poll(() => slow.received.length).toBe(1)
    await expect.poll(() => receiver.typesAbout(intent.id)).toEqual(["payment_intent.created"])
    await expect.poll(async () => (await deliveries()).map(({ status }) => status).toSorted()).toEqual(["pending", "succeeded"])
    release()
    await expect.poll(async () => (await deliveries()).map(({ status }) => status)).toEqual(["succeeded", "succeeded"])
    await slow.close()
  })

  test("of a courier that died under way are taken up again, and not before its lease is over", async () => {
    await endpoint(["payment_intent.created"])
    receiver.answer = () => ({ status: 500 })
    const intent = await newIntent()
    await expect.poll(async () => (await deliveries())[0]?.error).toBe("HTTP 500")
    receiver.answer = () => ({ status: 200 })
    // As a process leaves it that was killed between the claim and the answer.
    await running.rows("update webhook_delivery set next_attempt_at = now(), leased_until = now() + interval '60 seconds'")
    expect(await webhooks().deliverDue()).toBe(0)
    expect(await webhooks().deliverDue(new Date(Date.now() + 61_000))).toBe(1)
    expect(receiver.typesAbout(intent.id)).toHaveLength(2)
    expect((await deliveries())[0]!.status).toBe("succeeded")
  })

  test("are sent once by many couriers at once", async () => {
    await endpoint(["payment_intent.created"])
    receiver.answer = () => ({ status: 500 })
    const intents = await Promise.all(Array.from({ length: 12 }, newIntent))
    await expect.poll(async () => (await deliveries()).filter(({ error }) => error === "HTTP 500").length, { timeout: 10_000 }).toBe(12)
    receiver.answer = () => ({ status: 200 })
    receiver.received.length = 0
    const { WebhookCourier } = await built<typeof import("./webhooks/webhook-courier")>("webhooks/webhook-courier")
    const { EndpointSecrets } = await built<typeof import("./operations/endpoint-secrets")>("operations/endpoint-secrets")
    const secrets = new EndpointSecrets(running.payments.settings)
    const couriers = Array.from({ length: 4 }, () => new WebhookCourier((work) => running.payments.inTransaction(work), secrets, true, undefined))
    const later = new Date(Date.now() + 3_600_000)
    const counts = await Promise.all(couriers.map((courier) => courier.deliverDue(later)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12)
    expect(receiver.received.map(({ event }) => event.data.object.id).toSorted()).toEqual(intents.map(({ id }) => id).toSorted())
  })

  test("carry two signatures while a secret is being rotated, and afterwards only the new one", async () => {
    const { endpoint: mine, secret: old } = await endpoint(["payment_intent.created"])
    const renewed = await webhooks().rotateSecret(mine.id, 1)
    expect(renewed).toMatch(/^whsec_[\w-]{32}$/)
    const accepts = (secret: string) => receiver.received.map(({ body, signature }) => verifyWebhook({ body, header: signature, secrets: [secret], now: new Date() }).valid)
    await newIntent()
    await expect.poll(() => receiver.received.length).toBe(1)
    expect([accepts(old), accepts(renewed)]).toEqual([[true], [true]])
    await running.rows("update webhook_endpoint set previous_secret_expires_at = now()")
    await newIntent()
    await expect.poll(() => receiver.received.length).toBe(2)
    expect([accepts(old), accepts(renewed)]).toEqual([[true, false], [true, true]])
    await expect(webhooks().rotateSecret(mine.id, 25)).rejects.toMatchObject({ code: "cashless-payment.invalid_data" })
    await expect(webhooks().rotateSecret("we_none")).rejects.toMatchObject({ code: "cashless-payment.webhook_endpoint_not_found" })
  })

  test("are replayed by hand: the same event, signed anew", async () => {
    const { endpoint: mine } = await endpoint(["payment_intent.created"])
    const late = await new WebhookReceiver().listen()
    const { endpoint: newcomer } = await endpoint(["refund.failed"], late.url)
    const intent = await newIntent()
    await expect.poll(async () => (await deliveries())[0]?.status).toBe("succeeded")
    const { id } = receiver.about(intent.id)[0]!.event
    expect(await webhooks().retryEvent(id)).toBe(1)
    await expect.poll(() => receiver.typesAbout(intent.id)).toHaveLength(2)
    expect(receiver.about(intent.id).map(({ event }) => event.id)).toEqual([id, id])
    expect(await webhooks().retryEvent(id, newcomer.id)).toBe(1)
    await expect.poll(() => late.received.length).toBe(1)
    expect(await webhooks().retryEvent("evt_none", mine.id)).toBe(0)
    await late.close()
  })

  test("to a deleted endpoint are given up, and its secret never shows again", async () => {
    receiver.answer = () => ({ status: 500 })
    const { endpoint: mine, secret } = await endpoint()
    await newIntent()
    await expect.poll(async () => (await deliveries()).filter(({ error }) => error !== null).length).toBeGreaterThan(0)
    expect(await webhooks().deleteEndpoint(mine.id)).toBe(true)
    expect(await webhooks().deleteEndpoint(mine.id)).toBe(false)
    expect(await webhooks().findEndpoint(mine.id)).toBeNull()
    const shown = JSON.stringify([await webhooks().listEndpoints({ limit: 10, startingAfter: null, endingBefore: null }), await deliveries()])
    expect(shown).not.toContain(secret)
    expect(await running.rows("select secret_sealed from webhook_endpoint where id = ?", [mine.id])).toEqual([{ secret_sealed: null }])
  })
})

describe("the endpoint of the settings", () => {
  const given = { url: "", secret: "whsec_of_the_settings", previousSecret: null }
  const open = async (settings: typeof given | null) => {
    Object.assign(running.payments.settings, { webhook: settings })
    await webhooks().open()
  }
  const ID = "we_of_the_settings"

  test("is there after the start, hears everything, follows the settings and is off without them", async () => {
    await open({ ...given, url: receiver.url })
    await open({ ...given, url: receiver.url })
    const intent = await newIntent()
    await expect.poll(() => receiver.typesAbout(intent.id)).toEqual(["payment_intent.created", "payment_intent.requires_action"])
    const { body, signature } = receiver.about(intent.id)[0]!
    expect(verifyWebhook({ body, header: signature, secrets: [given.secret], now: new Date() }).valid).toBe(true)
    // The settings are where its secret lies, and the only place.
    expect(JSON.stringify(await running.rows("select * from webhook_endpoint"))).not.toContain(given.secret)

    const moved = await new WebhookReceiver().listen()
    await open({ ...given, url: moved.url })
    const next = await newIntent()
    await expect.poll(() => moved.about(next.id).length).toBe(2)
    expect(receiver.about(next.id)).toEqual([])
    await open(null)
    expect(await webhooks().findEndpoint(ID)).toMatchObject({ status: "disabled", disabled_reason: "not_in_settings" })
    await newIntent()
    expect(await webhooks().listDeliveries({ endpointId: ID, status: "pending", limit: 10, offset: 0 })).toMatchObject({ count: 0 })
    await expect(webhooks().rotateSecret(ID)).rejects.toMatchObject({ code: "cashless-payment.webhook_endpoint_of_settings" })
    await moved.close()
  })
})

test("a delivery is sent again by its id, unless its endpoint is off", async () => {
  const { endpoint: mine } = await endpoint(["payment_intent.created"])
  await newIntent()
  await expect.poll(async () => (await deliveries())[0]?.status).toBe("succeeded")
  const { id } = (await deliveries())[0]!
  await webhooks().retryDelivery(id)
  await expect.poll(() => receiver.received.length).toBe(2)
  await webhooks().updateEndpoint(mine.id, { disabled: true })
  await expect(webhooks().retryDelivery(id)).rejects.toMatchObject({ code: "cashless-payment.webhook_not_sent" })
  await expect(webhooks().retryDelivery("whd_none")).rejects.toMatchObject({ code: "cashless-payment.event_not_found" })
})

async function built<T>(path: string): Promise<T> {
  const { createRequire } = await import("node:module")
  return createRequire(import.meta.url)(new URL(`../../../.medusa/server/src/modules/cashless-payment/${path}`, import.meta.url).pathname) as T
}
