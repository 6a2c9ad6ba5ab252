import { describe, expect, test } from "vitest"
import { WebhookReceiver } from "../../plugins/cashless-payment/test/support/webhook-receiver"
import { adminToken, readRun } from "./support/people"

const API_KEY = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"
const run = readRun()

type Answer = { status: number; body: Record<string, unknown> & { error?: { type: string; code?: string; param?: string } } }

async function v1(method: "GET" | "POST", path: string, form = ""): Promise<Answer> {
  const response = await fetch(`${run.backend}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${API_KEY}`, ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }) },
    body: method === "POST" ? form : undefined,
  })
  return { status: response.status, body: (await response.json()) as Answer["body"] }
}

async function admin(path: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(`${run.backend}/admin/cashless-payment${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), "accept-language": "vi", ...(body !== undefined && { "content-type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json().catch(() => ({}))) as Answer["body"] }
}

const newEndpoint = async (url: string) => (await v1("POST", "/webhook_endpoints", new URLSearchParams({ url, "enabled_events[0]": "payment_intent.created" }).toString())).body as { id: string; secret: string }
const newIntent = async () => (await v1("POST", "/payment_intents", "amount=20000&currency=vnd&payment_method_types[0]=vietqr")).body as { id: string }

describe("hostile forms", () => {
  test.each([
    ["POST", "/webhook_endpoints", "url=https://example.com/a&enabled_events[0]=*&metadata[__proto__]=x"],
    ["POST", "/webhook_endpoints", "url=https://example.com/a&enabled_events[0]=*&metadata[constructor]=x"],
    ["POST", "/webhook_endpoints", "url=https://example.com/a&url=http://169.254.169.254/&enabled_events[0]=*"],
    ["POST", "/webhook_endpoints", "url[]=https://example.com/a&enabled_events[0]=*"],
    ["POST", "/webhook_endpoints", "url=https://example.com/a&enabled_events=*"],
    ["POST", "/webhook_endpoints", "url=https://example.com/a&enabled_events[0]=*&secret=whsec_mine"],
    ["GET", "/events?created[__proto__]=1", ""],
    ["GET", "/events?created[gte]=1&created[gte]=2", ""],
    ["GET", "/events?type[$ne]=x", ""],
    ["GET", "/events?types=payment_intent.created", ""],
    ["GET", "/events?limit=0", ""],
    ["GET", "/events?starting_after=evt_none", ""],
  ] as const)("%s %s %s is refused in Stripe's words and changes nothing", async (method, path, form) => {
    const { status, body } = await v1(method, path, form)
    expect([400, 404]).toContain(status)
    expect(body.error).toMatchObject({ type: "invalid_request_error", message: expect.any(String) })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test("an endpoint's secret is ours to choose and nobody's to read again", async () => {
    const receiver = await new WebhookReceiver().listen()
    const { id, secret } = await newEndpoint(receiver.url)
    for (const path of [`/webhook_endpoints/${id}`, "/webhook_endpoints?limit=100"]) expect(JSON.stringify((await v1("GET", path)).body)).not.toContain(secret)
    expect((await fetch(`${run.backend}/v1/webhook_endpoints/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${API_KEY}` } })).status).toBe(200)
    await receiver.close()
  })
})

describe("the operator", () => {
  test("nobody else sees the log, sends again or renews a secret", async () => {
    for (const [path, body] of [["/webhook-endpoints", undefined], ["/webhook-deliveries", undefined], ["/webhook-deliveries/whd_x/retry", {}], ["/webhook-endpoints/we_x/rotate-secret", {}]] as const) {
      expect((await admin(path, body)).status).toBe(401)
    }
  })

  test("sees what was sent, sends it again and renews a secret", async () => {
    const token = await adminToken(run)
    const receiver = await new WebhookReceiver().listen()
    const { id, secret } = await newEndpoint(receiver.url)
    const intent = await newIntent()
    await expect.poll(() => receiver.eventsAbout(intent.id), { timeout: 90_000 }).toEqual(["payment_intent.created"])
    const log = async () => (await admin(`/webhook-deliveries?endpoint_id=${id}`, undefined, token)).body as { count: number; webhook_deliveries: { id: string; status: string; attempts: number }[] }
    await expect.poll(async () => (await log()).webhook_deliveries.map(({ status }) => status), { timeout: 90_000 }).toEqual(["succeeded"])
    const before = receiver.received.length
    expect((await admin(`/webhook-deliveries/${(await log()).webhook_deliveries[0]!.id}/retry`, {}, token)).status).toBe(202)
    await expect.poll(() => receiver.received.length, { timeout: 90_000 }).toBeGreaterThan(before)
    expect(receiver.eventsAbout(intent.id)).toEqual(["payment_intent.created"])

    const rotated = await admin(`/webhook-endpoints/${id}/rotate-secret`, { old_valid_hours: 1 }, token)
    expect(rotated).toMatchObject({ status: 200, body: { secret: expect.stringMatching(/^whsec_/) } })
    expect(rotated.body.secret).not.toBe(secret)
    const shown = JSON.stringify((await admin("/webhook-endpoints", undefined, token)).body)
    expect(shown).toContain(id)
    expect(shown).not.toMatch(/whsec_/)
    await newIntent()
    await expect.poll(() => receiver.received.at(-1)!.signature.match(/v1=/g)?.length, { timeout: 90_000 }).toBe(2)
    await fetch(`${run.backend}/v1/webhook_endpoints/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${API_KEY}` } })
    await receiver.close()
  })

  test("is told in Vietnamese what was wrong", async () => {
    const token = await adminToken(run)
    expect(await admin("/webhook-endpoints/we_none/rotate-secret", { old_valid_hours: 25 }, token)).toMatchObject({ status: 400, body: { code: "cashless-payment.invalid_data", message: "Dữ liệu gửi lên chưa đúng." } })
    expect(await admin("/webhook-endpoints/we_none/rotate-secret", {}, token)).toMatchObject({ status: 404, body: { message: "Không tìm thấy địa chỉ nhận thông báo này." } })
    expect(await admin("/webhook-deliveries/whd_none/retry", {}, token)).toMatchObject({ status: 404 })
    for (const query of ["limit=0", "status=lost", "offset=-1", "colour=red"]) expect((await admin(`/webhook-deliveries?${query}`, undefined, token)).status).toBe(400)
  })
})
