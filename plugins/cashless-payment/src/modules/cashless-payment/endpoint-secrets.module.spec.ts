import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { WebhookReceiver } from "../../../test/support/webhook-receiver"
import { verifyWebhook } from "./rules/webhook-signature"

/** What lies in the database of the secrets webhooks are signed with, and what becomes of it when keys change. */
let running: RunningModule
let receiver: WebhookReceiver
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "true", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_payment_secrets")
})
afterAll(() => running?.stop())
beforeEach(async () => {
  await running.rows("delete from webhook_endpoint")
  receiver = await new WebhookReceiver().listen()
})
afterEach(() => receiver.close())

const webhooks = () => running.payments.webhooks
const endpoint = (url = receiver.url) => webhooks().createEndpoint({ url, enabledEvents: ["payment_intent.created"], description: null, metadata: {}, apiVersion: null })

function newIntent() {
  serial += 1
  return running.payments.createIntent({
    amountVnd: 150_000, rail: "vnpay", description: "Đơn hàng thử", metadata: {}, expiresAt: new Date(Date.now() + 1_800_000), idempotencyKey: `secret-${serial}`,
  })
}

const kept = async (id: string) => (await running.rows("select secret_sealed, previous_sealed from webhook_endpoint where id = ?", [id]))[0]!
const withKeys = async (sealingKeys: string[] | null, work: () => Promise<void>) => {
  const { bank } = running.payments.settings
  const usual = bank.sealingKeys
  Object.assign(bank, { sealingKeys })
  await work().finally(() => Object.assign(bank, { sealingKeys: usual }))
}
/** Whether the next webhook is signed with `secret`. */
async function signsWith(secret: string): Promise<boolean> {
  const intent = await newIntent()
  await expect.poll(() => receiver.about(intent.id).length).toBeGreaterThan(0)
  const { body, signature } = receiver.about(intent.id)[0]!
  return verifyWebhook({ body, header: signature, secrets: [secret], now: new Date() }).valid
}

test("are sealed, also while they are rotated, and one copied to another endpoint opens nothing", async () => {
  const { endpoint: mine, secret } = await endpoint()
  const renewed = await webhooks().rotateSecret(mine.id, 1)
  const { secret_sealed, previous_sealed } = await kept(mine.id)
  for (const [sealed, plain] of [[secret_sealed, renewed], [previous_sealed, secret]]) {
    expect(sealed).toMatch(/^v1\.[\w-]{60,}$/)
    expect(sealed).not.toContain(plain)
  }
  const other = await new WebhookReceiver().listen()
  const { endpoint: copy } = await endpoint(other.url)
  await running.rows("update webhook_endpoint set secret_sealed = ? where id = ?", [secret_sealed, copy.id])
  await newIntent()
  await expect.poll(async () => (await webhooks().listDeliveries({ endpointId: copy.id, status: null, limit: 10, offset: 0 })).deliveries.find(({ endpoint_id }) => endpoint_id === copy.id)?.error).toContain("not sent")
  expect(other.received).toEqual([])
  await other.close()
})

test("from before they were sealed are sealed at the start, and those of an old key under the new one", async () => {
  const { endpoint: mine, secret } = await endpoint()
  await running.rows("update webhook_endpoint set secret_sealed = ? where id = ?", [secret, mine.id])
  await withKeys(null, async () => expect(await signsWith(secret)).toBe(true))
  await webhooks().open()
  expect((await kept(mine.id)).secret_sealed).not.toContain(secret)
  expect(await signsWith(secret)).toBe(true)

  const [current] = running.payments.settings.bank.sealingKeys!
  await withKeys(["the next key", current], async () => {
    expect(await signsWith(secret)).toBe(true)
    await webhooks().open()
  })
  await withKeys(["the next key"], async () => expect(await signsWith(secret)).toBe(true))
})

test("of payees move to the new key with them", async () => {
  const payee = { ownerReference: "sel_key", provider: "casso" as const, account: { bin: "970422", accountNumber: "5550001" }, secret: "casso-secret-1", listKey: "casso-list-key" }
  const { path } = await running.payments.bank.connectPayee(payee, { id: "sel_key", name: null })
  const [current] = running.payments.settings.bank.sealingKeys!
  await withKeys(["the next key", current], () => webhooks().open())
  await withKeys(["the next key"], async () => {
    expect(await running.payments.bank.openConnection("casso", path.split("/").at(-1)!)).toMatchObject({ secrets: [{ secret: payee.secret }], listKey: payee.listKey })
    await running.payments.bank.disconnectPayee("sel_key", { id: "sel_key", name: null })
  })
})

test("can't be written where there is no key", async () => {
  await withKeys(null, async () => {
    await expect(endpoint()).rejects.toMatchObject({ code: "cashless-payment.webhook_secrets_closed" })
  })
  expect((await webhooks().listEndpoints({ limit: 10, startingAfter: null, endingBefore: null })).endpoints).toEqual([])
})
