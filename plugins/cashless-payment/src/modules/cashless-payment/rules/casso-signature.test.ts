import { createHmac } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { canonicalCassoBody, cassoSignature, verifyCasso } from "./casso-signature"

const KEY = "made-up-casso-key"
const now = new Date("2026-11-22T02:00:00Z")
const body = { error: 0, data: { reference: "FT26326/7", id: 7, description: "Chè CP2", amount: 150_000 } }
const header = (time: number | string, canonical: string, key = KEY) => `t=${time},v1=${cassoSignature(String(time), canonical, key)}`

test("signs the body written again with sorted keys, at every depth", () => {
  const written = '{"data":{"amount":150000,"description":"Chè CP2","id":7,"reference":"FT26326/7"},"error":0}'
  expect(canonicalCassoBody(body)).toBe(written)
  // Said again from the documentation, without our own code.
  const hash = createHmac("sha512", KEY).update(`${now.getTime()}.${written}`).digest("hex")
  expect(verifyCasso(`t=${now.getTime()},v1=${hash}`, body, KEY, now)).toBe("valid")
})

test("signed in PHP's spelling it is as genuine", () => {
  const php = '{"data":{"amount":150000,"description":"Ch\\u00e8 CP2","id":7,"reference":"FT26326\\/7"},"error":0}'
  expect(verifyCasso(header(now.getTime(), php), body, KEY, now)).toBe("valid")
})

test.each([
  [-300_001, "stale_timestamp"],
  [-300_000, "valid"],
  [300_000, "valid"],
  [300_001, "stale_timestamp"],
] as const)("the time may be five minutes off in either direction, in milliseconds: %i", (drift, verdict) => {
  expect(verifyCasso(header(now.getTime() + drift, canonicalCassoBody(body)), body, KEY, now)).toBe(verdict)
})

test("seconds are not milliseconds", () => {
  expect(verifyCasso(header(now.getTime() / 1000, canonicalCassoBody(body)), body, KEY, now)).toBe("stale_timestamp")
})

test.each([undefined, "", "t=1", `v1=${"0".repeat(128)}`, `t=x,v1=${"0".repeat(128)}`, `t=${now.getTime()},v1=00`])("without a whole signature nothing is read: %s", (value) => {
  expect(verifyCasso(value, body, KEY, now)).toBe("missing_signature")
})

test("a changed body, time or key is noticed", () => {
  const signed = header(now.getTime(), canonicalCassoBody(body))
  expect(verifyCasso(signed, { ...body, data: { ...body.data, amount: 1 } }, KEY, now)).toBe("wrong_signature")
  expect(verifyCasso(signed.replace(`t=${now.getTime()}`, `t=${now.getTime() + 1}`), body, KEY, now)).toBe("wrong_signature")
  expect(verifyCasso(signed, body, "another key", now)).toBe("wrong_signature")
})

test("the order of keys does not matter, for any body", () => {
  const shuffled = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, shuffled(inner)])) : value
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (any) => void expect(canonicalCassoBody(shuffled(any))).toBe(canonicalCassoBody(any))))
})
