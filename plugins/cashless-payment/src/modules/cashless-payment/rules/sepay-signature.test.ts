import { expect, test } from "vitest"
import vector from "../../../../test/vectors/sepay.json"
import { sepaySignature, verifySepay } from "./sepay-signature"

const sentAt = Number(vector.timestamp) * 1000
const now = new Date(sentAt)
const headers = { signature: vector.signature, timestamp: vector.timestamp }
const credentials = { webhookSecret: vector.secret }

test("signs as SePay does", () => {
  expect(sepaySignature(vector.timestamp, vector.raw_body, vector.secret)).toBe(vector.signature)
})

test.each([
  ["as sent", headers, vector.raw_body, 0, "valid"],
  ["5 minutes late", headers, vector.raw_body, 300, "valid"],
  ["a clock 5 minutes ahead of ours", headers, vector.raw_body, -300, "valid"],
  ["replayed after 5 minutes", headers, vector.raw_body, 301, "stale_timestamp"],
  ["from the future", headers, vector.raw_body, -301, "stale_timestamp"],
  ["with another body", headers, `${vector.raw_body} `, 0, "wrong_signature"],
  ["with a time that was not signed", { ...headers, timestamp: String(Number(vector.timestamp) + 1) }, vector.raw_body, 0, "wrong_signature"],
  ["with no time", { signature: vector.signature }, vector.raw_body, 0, "stale_timestamp"],
  ["with no signature", {}, vector.raw_body, 0, "missing_signature"],
  ["with an Apikey we do not use", { authorization: "Apikey x" }, vector.raw_body, 0, "missing_signature"],
] as const)("a notice %s", (_what, given, body, driftSeconds, verdict) => {
  expect(verifySepay(given, body, credentials, new Date(sentAt + driftSeconds * 1000))).toBe(verdict)
})

test("an account that uses a static key", () => {
  const key = { apiKey: "made-up-key" }
  expect(verifySepay({ authorization: "Apikey made-up-key" }, "{}", key, now)).toBe("valid")
  expect(verifySepay({ authorization: "Apikey made-up-ke" }, "{}", key, now)).toBe("wrong_signature")
  expect(verifySepay({}, "{}", key, now)).toBe("missing_signature")
})

test("a wrong signature is not excused by a right key", () => {
  const both = { webhookSecret: vector.secret, apiKey: "made-up-key" }
  const forged = { ...headers, signature: `sha256=${"0".repeat(64)}`, authorization: "Apikey made-up-key" }
  expect(verifySepay(forged, vector.raw_body, both, now)).toBe("wrong_signature")
})

test("without any secret nothing is believed", () => {
  expect(verifySepay(headers, vector.raw_body, {}, now)).toBe("not_configured")
})
