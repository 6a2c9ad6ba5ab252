import { createRequire } from "node:module"
import fc from "fast-check"
import type Stripe from "stripe"
import { describe, expect, test } from "vitest"
import { verifyWebhook, webhookSignature } from "./webhook-signature"

const require = createRequire(import.meta.url)
const SECRET = "whsec_of_the_test"
const NOW = new Date("2026-11-22T03:00:00Z")
const seconds = NOW.getTime() / 1000
const body = JSON.stringify({ id: "evt_1", object: "event", data: { object: { description: "Chè Thái Nguyên — 200 g" } } })
const verify = (header: string, given: { body?: string; secrets?: string[]; now?: Date } = {}) => verifyWebhook({ body, header, secrets: [SECRET], now: NOW, ...given })

describe.each(["stripe-15", "stripe-19", "stripe-23"])("the official SDK %s", (sdk) => {
  const { webhooks } = new (require(sdk) as typeof Stripe)("sk_test")

  test("accepts our signature, and we accept its", () => {
    const now = Math.floor(Date.now() / 1000)
    expect(webhooks.constructEvent(body, webhookSignature([SECRET], body, now), SECRET)).toMatchObject({ id: "evt_1" })
    const header = webhooks.generateTestHeaderString({ payload: body, secret: SECRET, timestamp: seconds } as Parameters<typeof webhooks.generateTestHeaderString>[0])
    expect(verify(header)).toEqual({ valid: true, timestamp: seconds })
  })

  test("accepts either secret while one is being rotated", () => {
    const header = webhookSignature(["whsec_new", SECRET], body, Math.floor(Date.now() / 1000))
    for (const secret of ["whsec_new", SECRET]) expect(webhooks.constructEvent(body, header, secret)).toMatchObject({ id: "evt_1" })
    expect(() => webhooks.constructEvent(body, header, "whsec_other")).toThrow()
  })

  test("takes a timestamp from the future, which we refuse", () => {
    const future = Math.floor(Date.now() / 1000) + 86_400
    const header = webhookSignature([SECRET], body, future)
    expect(webhooks.constructEvent(body, header, SECRET)).toMatchObject({ id: "evt_1" })
    expect(verifyWebhook({ body, header, secrets: [SECRET], now: new Date() })).toEqual({ valid: false, reason: "in_the_future" })
  })
})

test.each([
  [0, true], [300, true], [-300, true],
  [301, { valid: false, reason: "stale" }],
  [-301, { valid: false, reason: "in_the_future" }],
] as const)("a notice %i seconds old", (age, expected) => {
  const verified = verify(webhookSignature([SECRET], body, seconds - age))
  if (expected === true) expect(verified.valid).toBe(true)
  else expect(verified).toEqual(expected)
})

test("a timestamp changed to look fresh breaks the signature", () => {
  const old = webhookSignature([SECRET], body, seconds - 3600)
  expect(verify(old.replace(/^t=\d+/, `t=${seconds}`))).toEqual({ valid: false, reason: "wrong_signature" })
})

const v1 = webhookSignature([SECRET], body, seconds).split("v1=")[1] ?? ""
test.each([
  ["nothing", ""],
  ["no time", `v1=${v1}`],
  ["no signature", `t=${seconds}`],
  ["only the test scheme", `t=${seconds},v0=${v1}`],
  ["the time given twice", `t=${seconds},t=${seconds - 9000},v1=${v1}`],
  ["a time that is none", `t=1e9,v1=${v1}`],
  ["a negative time", `t=-5,v1=${v1}`],
  ["nine signatures", `t=${seconds},${Array(9).fill(`v1=${v1}`).join(",")}`],
  ["an endless header", `t=${seconds},v1=${v1},${"v0=a,".repeat(1_000)}v0=a`],
])("a header with %s is malformed", (_what, header) => {
  expect(verify(header)).toEqual({ valid: false, reason: "malformed" })
})

test("a receiver that rotates its secret verifies what either signed, and blanks between the parts are nothing", () => {
  const secrets = ["whsec_new", SECRET]
  for (const secret of secrets) expect(verify(webhookSignature([secret], body, seconds), { secrets })).toEqual({ valid: true, timestamp: seconds })
  expect(verify(webhookSignature(["whsec_other"], body, seconds), { secrets })).toEqual({ valid: false, reason: "wrong_signature" })
  expect(verify(`t=${seconds}, v1=${v1}`)).toEqual({ valid: true, timestamp: seconds })
})

test("no secret verifies nothing", () => {
  expect(verify(`t=${seconds},v1=${v1}`, { secrets: [] })).toEqual({ valid: false, reason: "malformed" })
})

test("any changed body is refused, and any header is answered without throwing", () => {
  fc.assert(
    fc.property(fc.string(), (other) => {
      fc.pre(other !== body)
      expect(verify(`t=${seconds},v1=${v1}`, { body: other })).toEqual({ valid: false, reason: "wrong_signature" })
    }),
  )
  fc.assert(fc.property(fc.string(), (header) => void expect(verify(header).valid).toBe(false)))
})
