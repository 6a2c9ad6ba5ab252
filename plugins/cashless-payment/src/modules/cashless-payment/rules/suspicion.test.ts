import fc from "fast-check"
import { expect, test } from "vitest"
import { decideBy, DEFAULT_HOLD_HOURS, holdHoursAt, type HoldRule } from "./suspicion"

const at = (iso: string) => new Date(`${iso}Z`)
const rules: HoldRule[] = [
  { hours: 48, effectiveFrom: at("2026-11-10T00:00:00") },
  { hours: 6, effectiveFrom: at("2026-11-20T00:00:00") },
]

test.each([
  ["before any decision", "2026-11-09T23:59:59", DEFAULT_HOLD_HOURS],
  ["from the very moment", "2026-11-10T00:00:00", 48],
  ["until the next one", "2026-11-19T23:59:59", 48],
  ["the newest", "2026-11-22T09:00:00", 6],
])("%s: the hours of that day", (_what, moment, hours) => expect(holdHoursAt(rules, at(moment))).toBe(hours))

test("where nobody decided it is a day; of two decisions at once the one written down later", () => {
  expect(holdHoursAt([], at("2026-11-22T09:00:00"))).toBe(24)
  const effectiveFrom = at("2026-11-21T00:00:00")
  expect(holdHoursAt([{ hours: 5, effectiveFrom }, { hours: 7, effectiveFrom }], effectiveFrom)).toBe(7)
})

test("kept longer than the rule says it is waited for that long, kept shorter as long as the rule says", () => {
  const suspectedAt = at("2026-11-21T00:00:00")
  expect(decideBy({ suspectedAt, heldUntil: at("2026-11-21T06:00:01"), rules })).toEqual(at("2026-11-21T06:00:01"))
  expect(decideBy({ suspectedAt, heldUntil: at("2026-11-21T05:00:00"), rules })).toEqual(at("2026-11-21T06:00:00"))
})

test("the rule of the day it was suspected counts, however late it is asked", () => {
  expect(decideBy({ suspectedAt: at("2026-11-19T12:00:00"), heldUntil: null, rules })).toEqual(at("2026-11-21T12:00:00"))
})

test("keeping it only ever gives more time, and the order in which rules are read changes nothing", () => {
  const moment = fc.date({ min: at("2026-01-01T00:00:00"), max: at("2027-01-01T00:00:00"), noInvalidDate: true })
  const someRules = fc.uniqueArray(fc.record({ hours: fc.integer({ min: 1, max: 720 }), effectiveFrom: moment }), { selector: (rule) => rule.effectiveFrom.getTime(), maxLength: 5 })
  fc.assert(
    fc.property(moment, fc.option(moment), someRules, (suspectedAt, heldUntil, given) => {
      const deadline = decideBy({ suspectedAt, heldUntil, rules: given })
      expect(deadline.getTime()).toBeGreaterThan(suspectedAt.getTime())
      expect(deadline.getTime()).toBeGreaterThanOrEqual(decideBy({ suspectedAt, heldUntil: null, rules: given }).getTime())
      expect(decideBy({ suspectedAt, heldUntil, rules: [...given].reverse() })).toEqual(deadline)
    }),
  )
})
