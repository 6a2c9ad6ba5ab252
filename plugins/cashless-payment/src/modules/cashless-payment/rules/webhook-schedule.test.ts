import { expect, test } from "vitest"
import { isBeyondHope, nextAttempt } from "./webhook-schedule"

const BORN = new Date("2026-11-22T00:00:00Z")
const HOUR = 3_600_000

test("the pauses grow threefold up to six hours", () => {
  const pauses = Array.from({ length: 10 }, (_, index) => (nextAttempt(index + 1, BORN, BORN)!.getTime() - BORN.getTime()) / 1000)
  expect(pauses).toEqual([10, 30, 90, 270, 810, 2430, 7290, 21600, 21600, 21600])
})

test("an endpoint that is down all the time is tried for three days, and not a day longer", () => {
  let [attempts, now] = [1, BORN]
  for (let next = nextAttempt(attempts, BORN, now); next; next = nextAttempt(attempts, BORN, now)) {
    attempts += 1
    now = next
  }
  expect(attempts).toBe(19)
  expect(now.getTime() - BORN.getTime()).toBeGreaterThan(66 * HOUR)
  expect(now.getTime() - BORN.getTime()).toBeLessThanOrEqual(72 * HOUR)
})

test("a huge count of attempts is still a date", () => {
  expect(nextAttempt(10_000, BORN, BORN)!.getTime() - BORN.getTime()).toBe(6 * HOUR)
})

test.each([
  [null, false],
  [new Date(BORN.getTime() - 119 * HOUR), false],
  [new Date(BORN.getTime() - 120 * HOUR), true],
])("failing since %s", (since, hopeless) => {
  expect(isBeyondHope(since, BORN)).toBe(hopeless)
})
