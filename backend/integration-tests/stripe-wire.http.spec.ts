import { randomUUID } from "node:crypto"
import { connect } from "node:net"
import Stripe from "stripe"
import { describe, expect, test } from "vitest"
import { readRun } from "./support/people"

/** /v1 as it is met by bytes no SDK would send, and by more of them than it takes. */
const run = readRun()
const KEY = process.env.PAYMENT_API_KEY ?? "sk_test_of_the_tests"
const { hostname: host, port } = new URL(run.backend)
const FORM = "content-type: application/x-www-form-urlencoded"

type Answer = { status: number; head: string; body: { error?: Record<string, unknown> } & Record<string, unknown> }

/** Writes these very lines to a socket and reads until the server hangs up. */
function speak(lines: string[], body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host)
    const chunks: Buffer[] = []
    socket.on("data", (chunk) => chunks.push(chunk)).on("error", reject)
    socket.on("close", () => {
      const [head = "", text = ""] = Buffer.concat(chunks).toString("utf8").split(/\r\n\r\n(.*)/s)
      const json = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body: json ? (JSON.parse(json) as Answer["body"]) : {} })
    })
    // Left open: to a half-closed connection the server gives no answer that takes time.
    socket.write(`${[...lines, `host: ${host}:${port}`, "connection: close"].join("\r\n")}\r\n\r\n${body}`)
  })
}

const post = (path: string, body: string, headers: string[] = []) => speak([`POST ${path} HTTP/1.1`, `authorization: Bearer ${KEY}`, FORM, `content-length: ${Buffer.byteLength(body)}`, ...headers], body)
const get = (path: string, headers: string[] = [`authorization: Bearer ${KEY}`]) => speak([`GET ${path} HTTP/1.1`, ...headers])
const INTENT = "amount=150000&currency=vnd"

describe("prototypes are out of reach", () => {
  test.each([
    ["POST", "/v1/payment_intents", `${INTENT}&__proto__[polluted]=1`],
    ["POST", "/v1/payment_intents", `${INTENT}&metadata[__proto__][polluted]=1`],
    ["POST", "/v1/payment_intents", `${INTENT}&metadata[constructor][prototype][polluted]=1`],
    ["POST", "/v1/payment_intents", `${INTENT}&%5F_proto_%5F[polluted]=1`],
    ["POST", "/v1/payment_intents", `${INTENT}&metadata%5B__proto__%5D=1`],
    ["GET", "/v1/payment_intents?__proto__[polluted]=1", ""],
    ["GET", "/v1/payment_intents?created[__proto__]=1", ""],
    ["GET", "/v1/payment_intents?expand[__proto__]=1", ""],
    ["GET", "/v1/payment_intents/search?query=metadata%5B'__proto__'%5D%3A'1'&constructor=1", ""],
  ])("%s %s %s", async (method, path, body) => {
    const answer = method === "POST" ? await post(path, body) : await get(path)
    expect(answer).toMatchObject({ status: 400, body: { error: { type: "invalid_request_error" } } })
    // Had it taken, every object of the process would have it, and so would every answer.
    expect((await get("/v1/payment_intents?limit=1")).body).not.toHaveProperty("polluted")
  })

  test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])("expand of %s finds nothing of JavaScript's own", async (name) => {
    expect((await post("/v1/payment_intents", INTENT)).status).toBe(200)
    expect((await get(`/v1/payment_intents?limit=1&expand[]=data.${name}`)).status).toBe(400)
    expect((await get(`/v1/events?limit=1&expand[]=data.${name}`)).status).toBe(400)
  })
})

describe("one parameter, one value", () => {
  test.each([
    ["twice in the body", "/v1/payment_intents", "amount=1&amount=150000&currency=vnd"],
    ["in the query and the body", "/v1/payment_intents?amount=1", INTENT],
    ["as a value and as a hash", "/v1/payment_intents", `${INTENT}&metadata=x&metadata[a]=1`],
    ["as a list and as a place in it", "/v1/payment_intents", `${INTENT}&payment_method_types[]=vietqr&payment_method_types[0]=vnpay`],
    ["encoded differently", "/v1/payment_intents", `${INTENT}&%61mount=1`],
    ["as a list where one is meant", "/v1/payment_intents", "amount[]=1&amount[]=2&currency=vnd"],
  ])("%s is refused", async (_what, path, body) => {
    expect(await post(path, body)).toMatchObject({ status: 400, body: { error: { type: "invalid_request_error" } } })
  })

  test("of two secret keys the first counts, of two signatures of one request none is chosen in silence", async () => {
    expect((await get("/v1/payment_intents?limit=1", [`authorization: Bearer sk_wrong`, `authorization: Bearer ${KEY}`])).status).toBe(401)
    const [one, two] = [randomUUID(), randomUUID()]
    const both = await post("/v1/payment_intents", INTENT, [`idempotency-key: ${one}`, `idempotency-key: ${two}`])
    // Node joins them: neither key of its own was used, so neither replays this.
    expect((await post("/v1/payment_intents", INTENT, [`idempotency-key: ${one}`])).body.id).not.toBe(both.body.id)
  })

  test("two lengths, or a length and chunks, are two requests to two servers: refused before they are read", async () => {
    const smuggled = `${INTENT}\r\n\r\nGET /v1/accounts HTTP/1.1\r\n\r\n`
    expect((await speak(["POST /v1/payment_intents HTTP/1.1", `authorization: Bearer ${KEY}`, FORM, "content-length: 26", "content-length: 80"], smuggled)).status).toBe(400)
    expect((await speak(["POST /v1/payment_intents HTTP/1.1", `authorization: Bearer ${KEY}`, FORM, "content-length: 26", "transfer-encoding: chunked"], smuggled)).status).toBe(400)
  })
})

/** Each server counts for itself (`rate-limit.ts`), so one of them is asked. */
describe("the limit of one server", () => {
  const server = new URL(run.servers?.[0] ?? run.backend)
  const protocol = server.protocol === "https:" ? "https" : "http"
  const list = `${server.origin}/v1/payment_intents`

  /** Hundreds at once, and again until one was one too many: a slow machine may serve a whole burst within a hundred a second. */
  async function inBursts<T>(call: () => Promise<T>, isLimited: (answer: T) => boolean): Promise<T[]> {
    const answers: T[] = []
    for (const deadline = Date.now() + 120_000; !answers.some(isLimited) && Date.now() < deadline; ) answers.push(...(await Promise.all(Array.from({ length: 600 }, call))))
    return answers
  }

  test("is 429 in the SDK's own class, is not hammered at by it, and passes", async () => {
    const stripe = new Stripe(KEY, { host: server.hostname, port: server.port, protocol, maxNetworkRetries: 3 })
    const seen: number[] = []
    stripe.on("response", ({ status }) => void seen.push(status))
    // What does not exist is refused at the gate, where the limit is: nothing is done a thousand times.
    const isLimited = (answer: unknown) => answer instanceof Stripe.errors.StripeRateLimitError
    const answers = await inBursts(() => stripe.products.list().catch((error: Stripe.errors.StripeError) => error), isLimited)
    const limited = answers.filter(isLimited) as Stripe.errors.StripeRateLimitError[]
    expect(limited.length).toBeGreaterThan(0)
    expect(limited[0]).toMatchObject({ statusCode: 429, code: "rate_limit", headers: { "stripe-rate-limited-reason": "global-rate", "retry-after": "1" } })
    expect(seen.filter((status) => status === 429)).toHaveLength(limited.length)
    await expect.poll(() => stripe.paymentIntents.list({ limit: 1 }).then(() => "served", (error: Error) => error.message), { timeout: 90_000 }).toBe("served")
  })

  test("of strangers is another than that of callers: who guesses keys disturbs nobody who has one", async () => {
    const stranger = () => fetch(list, { headers: { authorization: `Bearer sk_guess_${randomUUID()}` } }).then(({ status }) => status)
    const statuses = new Set(await inBursts(stranger, (status) => status === 429))
    expect(statuses).toEqual(new Set([401, 429]))
    expect((await fetch(`${list}?limit=1`, { headers: { authorization: `Bearer ${KEY}` } })).status).toBe(200)
  })
})
