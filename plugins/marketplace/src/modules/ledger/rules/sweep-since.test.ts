import fc from "fast-check"
import { expect, test } from "vitest"
import { OVERLAP_MS, sweepSince } from "./sweep-since"

const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })

test.each(["minute", "hour"] as const)("the first look takes everything, and no outage is so long that a fact of it drops out: every %s", (every) => {
  expect(sweepSince(null, every)).toEqual(new Date(0))
  fc.assert(
    fc.property(instant, fc.nat(400 * 86_400_000), (wholeUntil, afterMs) => {
      const fact = new Date(wholeUntil.getTime() + afterMs)
      expect(sweepSince(wholeUntil, every).getTime()).toBeLessThan(fact.getTime())
      expect(wholeUntil.getTime() - sweepSince(wholeUntil, every).getTime()).toBe(OVERLAP_MS[every])
    }),
  )
})
