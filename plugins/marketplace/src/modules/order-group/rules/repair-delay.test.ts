import fc from "fast-check"
import { expect, test } from "vitest"
import { repairDelaySeconds } from "./repair-delay"

test("the second try is the next run of the sweep, later ones ever rarer, at most every quarter of an hour", () => {
  expect([1, 2, 3, 5, 6].map(repairDelaySeconds)).toEqual([55, 110, 220, 880, 900])
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (tries) => repairDelaySeconds(tries + 1) >= repairDelaySeconds(tries)))
  expect(repairDelaySeconds(10_000)).toBe(900)
})
