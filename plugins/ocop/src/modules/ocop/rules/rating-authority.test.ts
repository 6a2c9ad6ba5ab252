import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { mayRecognise, receiverOn, recogniserOn, type Authority } from "./rating-authority"
import { seedRows } from "../../../../testing/seeded-sheets"

const rows = seedRows("ocop_rating_authorities.csv").map((row) => ({
  ...row,
  level: row.level || null,
  star: row.star ? Number(row.star) : null,
  valid_to: row.valid_to || null,
})) as Authority[]

const levels = (day: string) => [3, 4, 5].map((star) => recogniserOn(rows, star, day)?.level)

test("who recognises three, four and five stars, on both sides of every change", () => {
  expect(levels("2019-08-20")).toEqual([undefined, undefined, undefined])
  expect(levels("2023-02-23")).toEqual(["province", "province", "ministry"])
  expect(levels("2023-02-24")).toEqual(["district", "province", "ministry"])
  expect(levels("2025-06-30")).toEqual(["district", "province", "ministry"])
  // Somebody took three stars over from the districts; the text of Decision 1489/QĐ-TTg that says who is not at hand.
  expect(levels("2025-07-01")).toEqual([null, "province", "ministry"])
  expect(levels("2026-05-21")).toEqual([null, "province", "ministry"])
  expect(levels("2026-05-22")).toEqual(["province", "province", "ministry"])
})

test("the commune receives since 2026-05-22 and recognises nothing; one and two stars are nobody's", () => {
  expect(receiverOn(rows, "2026-05-21")).toBeNull()
  expect(receiverOn(rows, "2026-05-22")?.level).toBe("commune")
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(3 as const, 4 as const, 5 as const), (days, star) => {
      const day = addDays("2019-08-21", days)
      expect(mayRecognise(rows, "commune", star, day)).toBe(false)
      expect([recogniserOn(rows, 1, day), recogniserOn(rows, 2, day)]).toEqual([null, null])
      // Exactly one row speaks for a star on a day, and only a known one allows.
      const speaking = rows.filter((r) => r.role === "recognises" && r.star === star && r.valid_from <= day && (!r.valid_to || day < r.valid_to))
      expect(speaking).toHaveLength(1)
      const allowed = (["district", "province", "ministry"] as const).filter((level) => mayRecognise(rows, level, star, day))
      expect(allowed).toEqual(speaking[0]?.level ? [speaking[0].level] : [])
    }),
  )
})
