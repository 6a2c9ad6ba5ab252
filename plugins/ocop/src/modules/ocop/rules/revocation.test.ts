import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { REVOCATION_GROUNDS, revocationTiming } from "./revocation"

test("six grounds, fifteen days", () => {
  expect(REVOCATION_GROUNDS).toHaveLength(6)
  expect(revocationTiming("2026-10-01", "2026-10-16")).toEqual({ due_on: "2026-10-16", late_by_days: 0 })
  expect(revocationTiming("2026-10-01", "2026-10-17")).toEqual({ due_on: "2026-10-16", late_by_days: 1 })
})

test("late by as many days as lie beyond the fifteenth, never by fewer than none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 900 }), (start, taken) => {
      const concluded = addDays("2020-01-01", start)
      expect(revocationTiming(concluded, addDays(concluded, taken)).late_by_days).toBe(Math.max(0, taken - 15))
    }),
  )
})
