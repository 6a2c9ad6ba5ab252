import { beforeAll, expect, test } from "vitest"
import { newListing, placed, readyCart, transfer, untilGroup } from "./support/checkout"
import { readRun, sellerToken, type Run } from "./support/people"

/** A shop's own aggregator, from connecting it to the notice that pays an order, over HTTP. */
type Connection = { provider: string; url: string; last_notice_at: string | null; last_refusal_reason: string | null; has_list_key: boolean }
type Answer = { account: { account_number: string } | null; connection: Connection | null; code?: string; fields?: Record<string, string> }
let run: Run

beforeAll(() => {
  run = readRun()
})

async function call(method: "GET" | "POST" | "DELETE", body?: unknown): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${run.backend}/seller/bank-connection`, {
    method,
    headers: { authorization: `Bearer ${await sellerToken(run)}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer }
}

test.each([
  [{}, 400],
  [{ provider: "bank", secret: "long-enough-secret" }, 400],
  [{ provider: "sepay", secret: "short" }, 400],
  [{ provider: "sepay", secret: "khoá có dấu và khoảng trắng" }, 400],
  [{ provider: "sepay", secret: "long-enough-secret", owner: "sel_other" }, 400],
])("%j is refused with words", async (body, status) => {
  const answer = await call("POST", body)
  expect(answer.status).toBe(status)
  expect(answer.body.code).toEqual(expect.any(String))
})

test("connected, the shop's bank pays its orders with its own secret; another secret pays nothing and is told; disconnected, the address is nobody's", async () => {
  const secret = "a-secret-of-the-spec"
  const { status, body } = await call("POST", { provider: "casso", secret, list_key: "a-list-key-of-the-spec" })
  expect(status).toBe(200)
  expect(body.connection).toMatchObject({ provider: "casso", has_list_key: true, last_notice_at: null })
  expect(JSON.stringify(body)).not.toContain("of-the-spec")
  const webhook_path = new URL(body.connection!.url).pathname

  try {
    const listing = await newListing(run, 5)
    const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
    const view = await untilGroup(run, group, ({ orders }) => Boolean(orders[0]?.payment.vietqr))
    const { payload } = view.orders[0]!.payment.vietqr!
    expect((await transfer(run, { payload, webhook_path, webhook_secret: "another-secret" })).deliveries).toMatchObject([{ status: 401 }])
    expect((await call("GET")).body.connection).toMatchObject({ last_refusal_reason: "wrong_signature" })
    // The old secret stays good after a change, and the address stays.
    expect(new URL((await call("POST", { provider: "casso", secret: "the-next-secret" })).body.connection!.url).pathname).toBe(webhook_path)
    expect((await transfer(run, { payload, webhook_path, webhook_secret: secret })).deliveries).toMatchObject([{ status: 200, body: { outcome: "matched", reason: "exact" } }])
    await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")
    expect((await call("GET")).body.connection!.last_notice_at).toEqual(expect.any(String))
    const stolen = { bin: "970422", account_number: "9999999", amount_vnd: 1_000, memo: "x", webhook_path, webhook_secret: secret }
    expect((await transfer(run, stolen)).deliveries).toMatchObject([{ body: { outcome: "unmatched", reason: "wrong_account" } }])
  } finally {
    expect((await call("DELETE")).body.connection).toBeNull()
  }
  expect((await transfer(run, { bin: "970422", account_number: "1", amount_vnd: 1, webhook_path, webhook_secret: secret })).deliveries).toMatchObject([{ status: 404 }])
})

test("without logging in nothing is shown or changed", async () => {
  for (const method of ["GET", "POST", "DELETE"]) expect((await fetch(`${run.backend}/seller/bank-connection`, { method })).status).toBe(401)
})
