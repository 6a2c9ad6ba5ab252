import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { competenceOf, type ActingLevel } from "./acting-authority"
import type { Authority } from "./rating-authority"

// The table that is shipped, not one made for the test. No cell of these columns holds a comma.
const rows: Authority[] = readFileSync(resolve(__dirname, "../../../../../../seed/data/ocop_rating_authorities.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [role, level, star, valid_from, valid_to, confidence] = line.split(",")
    return { role, level: level || null, star: star ? Number(star) : null, valid_from, valid_to: valid_to || null, confidence, legal_basis: "" } as Authority
  })

const weigh = (level: ActingLevel, star: number, day: string) => {
  const answer = competenceOf(rows, level, star, day)
  return answer.verdict === "refused" ? `refused: ${answer.competent}` : answer.verdict === "warned" ? answer.reason : answer.verdict
}

test.each([
  // Under 26/2026, from its very first day.
  ["province", 3, "2026-05-22", "allowed"],
  ["province", 4, "2026-05-22", "allowed"],
  ["province", 5, "2026-05-22", "refused: ministry"],
  ["ministry", 5, "2026-05-22", "allowed"],
  ["ministry", 4, "2026-05-22", "refused: province"],
  // Between the end of the districts and Decision 26 nobody can tell who recognised three stars.
  ["province", 3, "2026-05-21", "recogniser_unknown"],
  ["province", 3, "2025-07-01", "recogniser_unknown"],
  ["province", 4, "2025-07-01", "allowed"],
  ["province", 5, "2025-07-01", "refused: ministry"],
  // Before, the district did; its province enters it today.
  ["province", 3, "2025-06-30", "district_is_gone"],
  ["ministry", 3, "2025-06-30", "refused: province"],
  ["province", 5, "2025-06-30", "refused: ministry"],
  ["province", 3, "2023-02-23", "allowed"],
  // Neither a commune nor a shop at any time.
  ["commune", 3, "2026-06-01", "refused: province"],
  ["commune", 3, "2025-08-01", "refused: province"],
  ["commune", 5, "2026-06-01", "refused: ministry"],
  ["seller", 4, "2026-06-01", "refused: province"],
  // Before the table begins.
  ["province", 4, "2019-08-20", "recogniser_unknown"],
] as const)("a %s enters %i stars of %s: %s", (level, star, day, expected) => expect(weigh(level, star, day)).toBe(expected))

test("on no day do province and ministry both decide on a star without a warning; the operator writes down everything", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(3, 4, 5), (offset, star) => {
      const day = addDays("2019-01-01", offset)
      const allowed = (["commune", "province", "ministry", "seller"] as const).filter((level) => weigh(level, star, day) === "allowed")
      expect(allowed.length).toBeLessThanOrEqual(1)
      expect(weigh("operator", star, day)).toBe("allowed")
    }),
  )
})
