import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { isRightInForce, rightOfUseStatus } from "./right-of-use"

const right = { issued_on: "2024-05-01", expires_on: "2027-05-01", revoked_on: null }

test("it holds from its first day through its last", () => {
  expect(rightOfUseStatus(right, "2024-04-30")).toBe("not_yet")
  expect(rightOfUseStatus(right, "2024-05-01")).toBe("valid")
  expect(rightOfUseStatus(right, "2027-05-01")).toBe("valid")
  expect(rightOfUseStatus(right, "2027-05-02")).toBe("expired")
})

test("without an end it holds until it is withdrawn", () => {
  const open = { ...right, expires_on: null }
  expect(isRightInForce(open, "2090-01-01")).toBe(true)
  expect(rightOfUseStatus({ ...open, revoked_on: "2026-11-22" }, "2026-11-21")).toBe("valid")
  expect(rightOfUseStatus({ ...open, revoked_on: "2026-11-22" }, "2026-11-22")).toBe("revoked")
})

test("the days in force are one unbroken stretch", () => {
  const offset = fc.integer({ min: -400, max: 2000 })
  fc.assert(
    fc.property(fc.option(offset), fc.option(offset), offset, offset, (end, withdrawal, a, b) => {
      const facts = {
        issued_on: "2024-05-01",
        expires_on: end === null ? null : addDays("2024-05-01", Math.abs(end)),
        revoked_on: withdrawal === null ? null : addDays("2024-05-01", withdrawal),
      }
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((days) => addDays("2024-05-01", days)) as [string, string]
      const between = addDays("2024-05-01", Math.floor((a + b) / 2))
      if (isRightInForce(facts, early) && isRightInForce(facts, late)) expect(isRightInForce(facts, between)).toBe(true)
    }),
  )
})
