import fc from "fast-check"
import { expect, test } from "vitest"
import { dueBy, HAND_TRANSFER_TERMS, termsAt } from "./hand-transfer-terms"
import { vietnamDay } from "./vietnam-time"

const at = (text: string) => new Date(text)

test("the newest terms that have begun hold, by the day in Vietnam", () => {
  const [old, young] = [{ from: "2026-01-01", dueDays: 3, quietDays: 7, keepAccountDays: 30 }, { from: "2027-03-01", dueDays: 2, quietDays: 5, keepAccountDays: 20 }]
  expect(termsAt(at("2027-02-28T16:59:59Z"), [old, young])).toBe(old)
  expect(termsAt(at("2027-02-28T17:00:00Z"), [old, young])).toBe(young)
  expect(termsAt(at("2020-01-01T00:00:00Z"), [old, young])).toBe(old)
  expect(() => termsAt(at("2027-01-01T00:00:00Z"), [])).toThrow()
})

test("asked late in the evening, the Vietnamese day counts, and the last day is still in time", () => {
  const asked = at("2026-11-22T16:30:00Z") // 23:30 in Vietnam
  expect(dueBy(asked, at("2026-11-25T16:59:59Z"))).toEqual({ dueOn: "2026-11-25", overdue: false })
  expect(dueBy(asked, at("2026-11-25T17:00:00Z"))).toEqual({ dueOn: "2026-11-25", overdue: true })
  expect(dueBy(at("2026-11-22T17:00:00Z"), asked).dueOn).toBe("2026-11-26")
})

test("nothing is overdue on the day it is due, whatever the hour, and everything is the day after", () => {
  const instant = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2035-01-01T00:00:00Z"), noInvalidDate: true })
  fc.assert(
    fc.property(instant, (asked) => {
      const days = (count: number) => new Date(asked.getTime() + count * 86_400_000)
      const { dueDays } = HAND_TRANSFER_TERMS[0]!
      expect(dueBy(asked, days(dueDays))).toEqual({ dueOn: vietnamDay(days(dueDays)), overdue: false })
      expect(dueBy(asked, days(dueDays + 1)).overdue).toBe(true)
    }),
  )
})
