import { randomInt, randomUUID } from "node:crypto"
import { expect, test } from "vitest"

/** The doors by which gateways and banks come in, knocked on over HTTP at a running sandbox. */
const backend = process.env.TEST_BACKEND_URL
if (!backend) throw new Error("TEST_BACKEND_URL is not set. Run these specs through `npm test`.")

type Receipt = { transfer: { notice_id: number; memo_on_statement: string; deliveries: { aggregator: string; status: number; body: { outcome?: string; reason?: string; code?: string } }[] } }

async function payByBank(order: Record<string, unknown>): Promise<{ status: number; deliveries: Receipt["transfer"]["deliveries"] }> {
  const response = await fetch(`${backend}/sandbox/bank/transfers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(order) })
  const body = (await response.json()) as Receipt
  return { status: response.status, deliveries: body.transfer?.deliveries ?? [] }
}

const strayTransfer = () => ({ bin: "970422", account_number: "0000000000", amount_vnd: 1_000 + randomInt(1_000), memo: "chuyen tien" })
const ipn = async (query: string) => {
  const response = await fetch(`${backend}/hooks/vnpay/ipn?${query}`)
  return { status: response.status, body: (await response.json()) as { RspCode: string; Message: string } }
}

test("money nobody expects is kept for a person and confirmed to the bank", async () => {
  const { status, deliveries } = await payByBank(strayTransfer())
  expect(status).toBe(201)
  expect(deliveries).toEqual([{ aggregator: "sepay", status: 200, body: { success: true, outcome: "unmatched", reason: "unknown_memo" } }])
})

test("a bank notice delivered twice is one transfer", async () => {
  const { deliveries } = await payByBank({ ...strayTransfer(), notices: 2 })
  expect(deliveries.map(({ body }) => body.reason)).toEqual(["unknown_memo", "duplicate"])
})

test("the same transfer told by another aggregator is still one transfer; told by the same one under another id it may be a second", async () => {
  const order = { ...strayTransfer(), reference_code: `FT${randomUUID().replaceAll("-", "").slice(0, 20)}` }
  await payByBank(order)
  const reasonTold = async (aggregators: string) => (await payByBank({ ...order, aggregators })).deliveries[0]?.body.reason
  expect(await reasonTold("casso")).toBe("duplicate")
  expect(await reasonTold("sepay")).toBe("perhaps_told")
})

test.each([
  ["wrong", "cashless-payment.wrong_signature"],
  ["stale", "cashless-payment.stale_timestamp"],
])("a bank notice with a %s signature is refused", async (signature, code) => {
  const { deliveries } = await payByBank({ ...strayTransfer(), signature })
  expect(deliveries[0]).toMatchObject({ status: 401, body: { code } })
})

test("a bank notice without a signature, or without a body, is refused before it is read", async () => {
  for (const body of [JSON.stringify({ id: 1, transferAmount: 1 }), ""]) {
    const response = await fetch(`${backend}/hooks/sepay`, { method: "POST", headers: { "content-type": "application/json" }, body })
    expect(response.status).toBe(401)
  }
})

test.each([
  ["no query", ""],
  ["no signature", "vnp_TxnRef=1&vnp_Amount=100"],
  ["a made-up signature", `vnp_TxnRef=1&vnp_Amount=100&vnp_SecureHash=${"0".repeat(128)}`],
  ["an amount given twice", `vnp_TxnRef=1&vnp_Amount=100&vnp_Amount=200&vnp_SecureHash=${"0".repeat(128)}`],
  ["parameters in brackets", "vnp_TxnRef[]=1&vnp_Amount[a]=2&vnp_SecureHash[]=3"],
  ["a broken escape", "vnp_TxnRef=%E0%A4%A"],
])("an IPN with %s is answered 97 and HTTP 200, as VNPay wants it", async (_what, query) => {
  expect(await ipn(query)).toMatchObject({ status: 200, body: { RspCode: "97" } })
})

test("the gateway believes us as little as VNPay would: unsigned requests get its error page", async () => {
  const response = await fetch(`${backend}/sandbox/vnpay/paymentv2/vpcpay.html?vnp_Amount=100&vnp_ReturnUrl=https%3A%2F%2Fevil.example`)
  expect(await response.text()).toContain("code=70")
  const form = new URLSearchParams({ query: "vnp_ReturnUrl=https%3A%2F%2Fevil.example", outcome: "success", ipn: "never" })
  const pay = await fetch(`${backend}/sandbox/vnpay/paymentv2/vpcpay.html`, { method: "POST", body: form, redirect: "manual" })
  expect(pay.status).toBe(400)
  expect(pay.headers.get("location")).toBeNull()
})

test("wrong orders to the sandbox bank get a sentence, not a crash", async () => {
  for (const order of [{}, { payload: "no QR" }, { ...strayTransfer(), amount_vnd: -5 }, { ...strayTransfer(), extra: 1 }]) {
    expect((await payByBank(order)).status).toBe(400)
  }
})

test("the bank's page shows what a QR asks for", async () => {
  const payload = "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6"
  const page = await (await fetch(`${backend}/sandbox/bank?payload=${encodeURIComponent(payload)}`)).text()
  for (const shown of [`value="257678859"`, `value="10000"`, `value="Chuyen tien"`, `data-testid="bank-pay"`, "mô phỏng"]) expect(page).toContain(shown)
})

test("the Stripe-shaped API refuses a caller without its key, in Stripe's words", async () => {
  const callers: HeadersInit[] = [{}, { authorization: "Bearer sk_wrong" }]
  for (const headers of callers) {
    const response = await fetch(`${backend}/v1/payment_intents`, { headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error", message: expect.any(String) } })
  }
})
