import { expect, test } from "vitest"
import { CODE_POLICY, decideSending, type SentCode } from "./code-policy"

const now = new Date("2026-11-22T08:00:00Z")
const sent = (secondsAgo: number, used = false): SentCode => ({
  createdAt: new Date(now.getTime() - secondsAgo * 1000),
  consumedAt: used ? now : null,
})

test("the first code goes out", () => expect(decideSending([], 0, now)).toEqual({ allowed: true }))

test("a second one waits for the minute to pass", () => {
  expect(decideSending([sent(15)], 1, now)).toEqual({ allowed: false, retryAfterSeconds: 45 })
  expect(decideSending([sent(60)], 1, now)).toEqual({ allowed: true })
})

test("a code that was used holds nobody up", () => expect(decideSending([sent(5, true)], 0, now)).toEqual({ allowed: true }))

test("five unused codes in an hour close the phone until the oldest is an hour old", () => {
  const five = [3000, 2000, 1000, 500, 100].map((age) => sent(age))
  expect(decideSending(five, 5, now)).toEqual({ allowed: false, retryAfterSeconds: 600 })
})

test("one address cannot send codes to everybody", () =>
  expect(decideSending([], CODE_POLICY.unusedPerAddressPerHour, now)).toMatchObject({ allowed: false }))
