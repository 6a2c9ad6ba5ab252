import { expect, test } from "vitest"
import { isOnThisMachine, readPaymentSettings } from "./settings"

const sandbox = { SANDBOX: "true", JWT_SECRET: "a", BACKEND_URL: "http://localhost:9000", STOREFRONT_URL: "http://localhost:8000" }
const real = { VNPAY_TMN_CODE: "SHOP0001", VNPAY_HASH_SECRET: "s", VNPAY_PAY_URL: "https://pay.vnpay.vn/vpcpay.html", VNPAY_API_URL: "https://merchant.vnpay.vn/api/transaction" }

test("nothing set: no sandbox, no VNPay, no notice believed, API closed", () => {
  expect(readPaymentSettings({})).toMatchObject({ sandbox: false, vnpay: null, apiKey: null, bank: { sepay: { webhookSecret: undefined, apiKey: undefined }, payos: { checksumKey: undefined }, casso: { checksumKey: undefined }, sealingKeys: null } })
})

test("only the word true turns the sandbox on", () => {
  for (const SANDBOX of ["1", "yes", "TRUE", "", undefined]) expect(readPaymentSettings({ SANDBOX }).sandbox).toBe(false)
})

test("the sandbox makes up what is not given, and two processes agree on it", () => {
  const settings = readPaymentSettings(sandbox)
  expect(settings.vnpay?.payUrl).toBe("http://localhost:9000/sandbox/vnpay/paymentv2/vpcpay.html")
  expect(settings).toEqual(readPaymentSettings(sandbox))
  expect(settings.vnpay?.hashSecret).not.toBe(readPaymentSettings({ ...sandbox, JWT_SECRET: "b" }).vnpay?.hashSecret)
  expect(settings.vnpay?.hashSecret).not.toBe(settings.bank.sepay.webhookSecret)
})

test("the sandbox and a gateway outside this machine cannot be on together", () => {
  expect(() => readPaymentSettings({ ...sandbox, ...real })).toThrow(/SANDBOX=true.*VNPAY_PAY_URL.*https:\/\/pay\.vnpay\.vn/)
  expect(() => readPaymentSettings({ ...sandbox, VNPAY_PAY_URL: "https://localhost.evil.example/pay" })).toThrow(/VNPAY_PAY_URL/)
  expect(readPaymentSettings({ ...sandbox, VNPAY_PAY_URL: "http://127.0.0.1:9999/pay" }).vnpay?.payUrl).toBe("http://127.0.0.1:9999/pay")
})

test("the sandbox and a refund API outside this machine cannot be on together", () => {
  expect(() => readPaymentSettings({ ...sandbox, VNPAY_API_URL: real.VNPAY_API_URL })).toThrow(/SANDBOX=true.*VNPAY_API_URL/)
})

test("a sandbox shown to phones in the same house uses its own backend's address", () => {
  const settings = readPaymentSettings({ ...sandbox, BACKEND_URL: "http://192.168.1.5:9000" })
  expect(settings.vnpay?.payUrl).toBe("http://192.168.1.5:9000/sandbox/vnpay/paymentv2/vpcpay.html")
})

test("VNPay is set up whole or not at all", () => {
  expect(readPaymentSettings(real).vnpay).toEqual({
    tmnCode: "SHOP0001",
    hashSecret: "s",
    previousHashSecret: null,
    former: [],
    payUrl: real.VNPAY_PAY_URL,
    apiUrl: real.VNPAY_API_URL,
    genqr: false,
    queryAfterSeconds: 120,
  })
  expect(readPaymentSettings({ ...real, VNPAY_GENQR: "true", VNPAY_HASH_SECRET_PREVIOUS: "old", VNPAY_QUERY_AFTER_SECONDS: "60" }).vnpay).toMatchObject({ genqr: true, previousHashSecret: "old", queryAfterSeconds: 60 })
  for (const missing of Object.keys(real)) {
    expect(() => readPaymentSettings({ ...real, [missing]: undefined })).toThrow(/VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_PAY_URL and VNPAY_API_URL/)
  }
})

test("terminals of before are read with their secrets, and the one before a secret was changed", () => {
  const VNPAY_FORMER_TERMINALS = " OLD00001:secret-of-one , OLD00002:secret-of-two:earlier-of-two "
  const former = [
    { tmnCode: "OLD00001", hashSecret: "secret-of-one", previousHashSecret: null },
    { tmnCode: "OLD00002", hashSecret: "secret-of-two", previousHashSecret: "earlier-of-two" },
  ]
  expect(readPaymentSettings({ ...real, VNPAY_FORMER_TERMINALS }).vnpay).toMatchObject({ tmnCode: "SHOP0001", former })
  expect(readPaymentSettings({ ...sandbox, VNPAY_FORMER_TERMINALS }).vnpay).toMatchObject({ tmnCode: "SANDBOX1", former })
  expect(readPaymentSettings({ ...real, VNPAY_FORMER_TERMINALS: " " }).vnpay?.former).toEqual([])
})

test.each([
  ["OLD00001", /number 1/],
  ["OLD00001:made-up-secret,", /number 2/],
  ["OLD00001:made-up-secret;OLD00002:other-made-up:x", /number 1/],
  ["OLD 0001:made-up-secret", /number 1/],
  ["OLD00001:made-up-secret,OLD00002:tiny", /number 2/],
  ["OLD00001:made-up-secret:a:b", /number 1/],
  ["SHOP0001:made-up-secret", /SHOP0001.*VNPAY_HASH_SECRET_PREVIOUS/],
  ["OLD00001:made-up-secret,OLD00001:other-made-up", /OLD00001 twice/],
])("former terminals written as %s stop the start by a sentence that names the setting and no secret", (VNPAY_FORMER_TERMINALS, sentence) => {
  const start = () => readPaymentSettings({ ...real, VNPAY_FORMER_TERMINALS })
  expect(start).toThrow(sentence)
  expect(start).toThrow(/^VNPAY_FORMER_TERMINALS [^\n]+\.$/)
  expect(start).not.toThrow(/made-up|tiny/)
})

test("former terminals without a present one have no API to be asked over", () => {
  expect(() => readPaymentSettings({ VNPAY_FORMER_TERMINALS: "OLD00001:made-up-secret" })).toThrow(/VNPAY_FORMER_TERMINALS.*VNPAY_TMN_CODE/)
})

test.each([
  [{ ...real, VNPAY_PAY_URL: "ftp://x" }, /VNPAY_PAY_URL/],
  [{ ...real, VNPAY_API_URL: "http://merchant.vnpay.vn/api" }, /VNPAY_API_URL must begin with https/],
  [{ ...real, VNPAY_QUERY_AFTER_SECONDS: "soon" }, /VNPAY_QUERY_AFTER_SECONDS/],
  [{ STOREFRONT_URL: "localhost:8000" }, /STOREFRONT_URL/],
  [{ PAYMENT_GRACE_SECONDS: "5m" }, /PAYMENT_GRACE_SECONDS/],
])("a malformed setting is named: %j", (env, sentence) => {
  expect(() => readPaymentSettings(env)).toThrow(sentence)
})

test.each([
  ["http://localhost:1", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:9000", true],
  ["http://shop.localhost", true],
  ["http://127.0.0.1.nip.io", false],
  ["http://10.0.0.1", false],
])("%s on this machine: %s", (url, expected) => {
  expect(isOnThisMachine(url)).toBe(expected)
})
