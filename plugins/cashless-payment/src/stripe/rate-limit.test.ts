import fc from "fast-check"
import { expect, test } from "vitest"
import { RateLimit } from "./rate-limit"

test("so many at once, then as many as time gives back; callers do not disturb each other", () => {
  const limit = new RateLimit(10)
  const burst = (at: number) => Array.from({ length: 30 }, () => limit.take("a", at)).filter(Boolean).length
  expect(burst(0)).toBe(10)
  expect(limit.take("b", 0)).toBe(true)
  expect(burst(100)).toBe(1)
  expect(burst(60_000)).toBe(10)
})

test("in no second of any pattern of requests do more than twice the limit pass, and a clock set back gives nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 1_000 }), { maxLength: 300 }), (pauses) => {
      const limit = new RateLimit(5)
      let now = 0
      const passed: number[] = []
      for (const pause of pauses) {
        now += Math.max(pause, 0)
        if (limit.take("a", now + Math.min(pause, 0))) passed.push(now)
      }
      for (const at of passed) expect(passed.filter((other) => other > at - 500 && other <= at).length).toBeLessThanOrEqual(10 + 3)
    }),
  )
})
