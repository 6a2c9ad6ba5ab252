import { expect, test } from "vitest"

/** The addresses where aggregators knock, before any of them is believed. */
const backend = process.env.TEST_BACKEND_URL
if (!backend) throw new Error("TEST_BACKEND_URL is not set. Run these specs through `npm test`.")

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${backend}${path}`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body })
  return { status: response.status, body: (await response.json().catch(() => null)) as Record<string, unknown> | null }
}

test("payOS' probe of a new address is answered 200 and leaves nothing behind", async () => {
  const probe = { code: "00", desc: "success", success: true, data: { orderCode: 123, amount: 3000, description: "VQRIO123", accountNumber: "12345678" }, signature: "not ours to check" }
  expect(await post("/hooks/payos", JSON.stringify(probe))).toEqual({ status: 200, body: { success: true, outcome: "ignored", reason: "probe" } })
})

test.each([
  ["sepay", {}, "missing_signature"],
  ["payos", {}, "missing_signature"],
  ["casso", {}, "missing_signature"],
  ["casso", { "x-casso-signature": `t=${Date.now()},v1=${"0".repeat(128)}` }, "wrong_signature"],
  ["casso", { "x-casso-signature": `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(128)}` }, "stale_timestamp"],
  ["sepay", { "x-sepay-timestamp": String(Math.floor(Date.now() / 1000)), "x-sepay-signature": `sha256=${"0".repeat(64)}` }, "wrong_signature"],
])("%s with %j is refused: %s", async (provider, headers, reason) => {
  const body = JSON.stringify({ data: { orderCode: 7, amount: 1, description: "x" } })
  expect(await post(`/hooks/${provider}`, body, headers)).toEqual({ status: 401, body: { success: false, code: `cashless-payment.${reason}` } })
})

test("a forged payOS signature is refused", async () => {
  const forged = { data: { orderCode: 7, amount: 1, description: "x" }, signature: "0".repeat(64) }
  expect(await post("/hooks/payos", JSON.stringify(forged))).toMatchObject({ status: 401, body: { code: "cashless-payment.wrong_signature" } })
})

test.each(["sepay", "payos", "casso"])("an address of nobody at %s is answered 404 before anything is read", async (provider) => {
  for (const token of ["x", "A".repeat(32), "..%2f..%2fadmin"]) {
    expect((await post(`/hooks/${provider}/${token}`, "{}")).status).toBe(404)
  }
})

test.each([
  ["no JSON", "{"],
  ["a list", "[1]"],
  ["keys of the language itself", '{"data":{"__proto__":{"orderCode":1},"constructor":{"prototype":{}}},"signature":"x"}'],
])("a body that is %s is refused without a crash", async (_what, body) => {
  for (const provider of ["payos", "casso", "sepay"]) {
    const { status } = await post(`/hooks/${provider}`, body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
})
