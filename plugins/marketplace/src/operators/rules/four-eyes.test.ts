import fc from "fast-check"
import { expect, test } from "vitest"
import { countsFrom, fourEyesHours } from "./four-eyes"

test("an account counts exactly so many hours after it was opened, and later for more hours", () => {
  const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.nat(9_999), fc.nat(9_999), (opened, hours, more) => {
      expect(countsFrom(opened, hours).getTime() - opened.getTime()).toBe(hours * 3_600_000)
      expect(countsFrom(opened, hours + more).getTime()).toBeGreaterThanOrEqual(countsFrom(opened, hours).getTime())
    }),
  )
})

test.each([
  [{}, 72],
  [{ FOUR_EYES_ACCOUNT_AGE_HOURS: "" }, 72],
  [{ FOUR_EYES_ACCOUNT_AGE_HOURS: "24" }, 24],
  [{ FOUR_EYES_ACCOUNT_AGE_HOURS: "0" }, 0],
  [{ FOUR_EYES_ACCOUNT_AGE_HOURS: "-1" }, 72],
  [{ FOUR_EYES_ACCOUNT_AGE_HOURS: "three" }, 72],
  [{ SANDBOX: "true" }, 0],
  [{ SANDBOX: "true", FOUR_EYES_ACCOUNT_AGE_HOURS: "72" }, 72],
  [{ SANDBOX: "false" }, 72],
])("%o means %i hours", (env, hours) => expect(fourEyesHours(env)).toBe(hours))
