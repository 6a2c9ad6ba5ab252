import { expect, test } from "vitest"
import { attemptExpiry, cancelAfter, redeliveryDelaySeconds } from "./expiry"

const now = new Date("2026-11-22T02:00:00Z")
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test("an attempt lasts 15 minutes but never longer than its intent", () => {
  expect(attemptExpiry(now, inMinutes(30))).toEqual(inMinutes(15))
  expect(attemptExpiry(now, inMinutes(5))).toEqual(inMinutes(5))
})

test("no attempt is opened in the last minute", () => {
  expect(attemptExpiry(now, inMinutes(0.9))).toBeNull()
  expect(attemptExpiry(now, inMinutes(-5))).toBeNull()
})

test("an intent is canceled only after its grace", () => {
  expect(cancelAfter(now, 360)).toEqual(inMinutes(6))
})

test("redelivery doubles from 15 seconds to one hour", () => {
  expect([1, 2, 3, 4].map(redeliveryDelaySeconds)).toEqual([15, 30, 60, 120])
  expect(redeliveryDelaySeconds(1000)).toBe(3600)
})
