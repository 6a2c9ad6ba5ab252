import { addDays, addMonths } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { currentStars, isInForce, latestRecognition, recognitionStatus, type RecognitionFacts } from "./recognition-status"

const certificate: RecognitionFacts = {
  star: 4,
  issued_on: "2024-01-10",
  expires_on: "2027-01-10",
  renewal_opens_on: "2026-07-14",
}

test("it holds through its last day", () => {
  expect(recognitionStatus(certificate, "2026-07-13")).toBe("valid")
  expect(recognitionStatus(certificate, "2026-07-14")).toBe("expiring")
  expect(recognitionStatus(certificate, "2027-01-10")).toBe("expiring")
  expect(recognitionStatus(certificate, "2027-01-11")).toBe("expired")
})

test("a prolongation carries it on, not for ever", () => {
  const prolonged = { ...certificate, prolonged_until: "2027-03-01" }
  expect(recognitionStatus(prolonged, "2027-01-10")).toBe("expiring")
  expect(recognitionStatus(prolonged, "2027-01-11")).toBe("prolonged")
  expect(recognitionStatus(prolonged, "2027-03-01")).toBe("prolonged")
  expect(recognitionStatus(prolonged, "2027-03-02")).toBe("expired")
})

test("a withdrawal counts from its day and beats everything", () => {
  const revoked = { ...certificate, revoked_on: "2026-05-01", prolonged_until: "2027-03-01" }
  expect(recognitionStatus(revoked, "2026-04-30")).toBe("valid")
  expect(recognitionStatus(revoked, "2026-05-01")).toBe("revoked")
  expect(currentStars([revoked], "2026-05-01")).toBeNull()
})

test("the recognition issued last speaks for the product", () => {
  const upgraded = { star: 5, issued_on: "2025-06-26", expires_on: "2028-06-26" }
  expect(currentStars([certificate, upgraded], "2026-11-22")).toBe(5)
  expect(currentStars([certificate, upgraded], "2025-01-01")).toBe(4)
  expect(currentStars([certificate, { ...upgraded, revoked_on: "2026-01-01" }], "2026-11-22")).toBeNull()
})

test("nothing recognised, nothing shown", () => {
  expect(currentStars([], "2026-11-22")).toBeNull()
  expect(currentStars([certificate], "2024-01-09")).toBeNull()
})

// Few days as well as many: decisions of one day, withdrawn on one day, are where an order can be lost.
const day = fc.oneof(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(0, 1, 1096, 1100, 1200)).map((n) => addDays("2019-01-01", n))
const recognition: fc.Arbitrary<RecognitionFacts> = fc
  .record({
    star: fc.constantFrom(3, 4, 5),
    issued_on: day,
    prolongation: fc.option(fc.oneof(fc.integer({ min: 1, max: 180 }), fc.constantFrom(4, 10))),
    revoked_on: fc.option(day),
  })
  .map(({ star, issued_on, prolongation, revoked_on }) => {
    const expires_on = addMonths(issued_on, 36)
    return {
      star,
      issued_on,
      expires_on,
      renewal_opens_on: addDays(expires_on, -180),
      prolonged_until: prolongation === null ? null : addDays(expires_on, prolongation),
      revoked_on,
    }
  })

test("the stars do not depend on the order of the rows, and are those of one that is in force", () => {
  fc.assert(
    fc.property(fc.array(recognition, { maxLength: 6 }), day, fc.integer(), (recognitions, today, seed) => {
      const stars = currentStars(recognitions, today)
      const shuffled = [...recognitions].sort((a, b) => ((a.star * 31 + seed) % 7) - ((b.star * 17 + seed) % 7)).reverse()
      expect(currentStars(shuffled, today)).toBe(stars)
      if (stars !== null) expect(recognitions.some((r) => r.star === stars && isInForce(r, today))).toBe(true)
      if (latestRecognition(recognitions, today) === null) expect(stars).toBeNull()
    }),
  )
})

test("of two withdrawn on one day's paper, the one withdrawn later speaks", () => {
  const first = { ...certificate, revoked_on: "2026-05-01" }
  const second = { ...certificate, star: 5, revoked_on: "2026-06-01" }
  for (const both of [[first, second], [second, first]]) {
    expect(currentStars(both, "2026-05-15")).toBe(5)
    expect(currentStars(both, "2026-06-01")).toBeNull()
  }
  const prolonged = { ...certificate, prolonged_until: "2027-03-01" }
  expect(currentStars([prolonged, certificate], "2027-02-01")).toBe(4)
  expect(currentStars([certificate, prolonged], "2027-02-01")).toBe(4)
})

test("the status only moves on as days pass", () => {
  const order = ["valid", "expiring", "prolonged", "expired", "revoked"]
  fc.assert(
    fc.property(recognition, day, fc.integer({ min: 0, max: 2000 }), (r, today, days) => {
      const now = order.indexOf(recognitionStatus(r, today))
      const later = order.indexOf(recognitionStatus(r, addDays(today, days)))
      expect(later).toBeGreaterThanOrEqual(now)
    }),
  )
})
