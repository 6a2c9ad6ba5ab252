import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { certificateState, EXPIRING_DAYS, isChecked, isLapsed, type CertificateFacts } from "./certificate-state"

const TODAY = "2026-11-22"
const paper = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({ review: "confirmed", expires_on: "2027-11-22", revoked_on: null, ...more })

test.each([
  ["confirmed, far from its end", paper(), "valid"],
  ["without an end", paper({ expires_on: null }), "valid"],
  ["within the last days", paper({ expires_on: addDays(TODAY, EXPIRING_DAYS) }), "expiring"],
  ["one day earlier than that", paper({ expires_on: addDays(TODAY, EXPIRING_DAYS + 1) }), "valid"],
  ["on its last day", paper({ expires_on: TODAY }), "expiring"],
  ["the day after", paper({ expires_on: addDays(TODAY, -1) }), "expired"],
  ["withdrawn today", paper({ revoked_on: TODAY }), "revoked"],
  ["to be withdrawn tomorrow", paper({ revoked_on: addDays(TODAY, 1) }), "valid"],
  ["waiting", paper({ review: "waiting" }), "unchecked"],
  ["waiting past its end", paper({ review: "waiting", expires_on: addDays(TODAY, -1) }), "expired"],
  ["rejected", paper({ review: "rejected" }), "rejected"],
])("%s: %j is %s", (_, facts, state) => expect(certificateState(facts, TODAY)).toBe(state))

const facts = fc.record({
  review: fc.constantFrom("waiting" as const, "confirmed" as const, "rejected" as const),
  expires_on: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))),
  revoked_on: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))),
})

test("buyers are told only of what somebody confirmed, and never both that it holds and that it lapsed", () =>
  fc.assert(
    fc.property(facts, (one) => {
      if (one.review !== "confirmed") expect([isChecked(one, TODAY), isLapsed(one, TODAY)]).toEqual([false, false])
      else expect(isChecked(one, TODAY)).toBe(!isLapsed(one, TODAY))
    }),
  ))

test("once lapsed, lapsed for ever", () =>
  fc.assert(
    fc.property(facts, fc.nat({ max: 800 }), (one, days) => {
      if (isLapsed(one, TODAY)) expect(isLapsed(one, addDays(TODAY, days))).toBe(true)
    }),
  ))
