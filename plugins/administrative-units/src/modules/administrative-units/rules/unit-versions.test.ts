import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "../../../time/civil-date"
import { versionOn } from "./unit-versions"

const dongNai = [
  { kind: "province", valid_from: "2025-07-01", valid_to: "2026-04-30" },
  { kind: "city", valid_from: "2026-04-30", valid_to: null },
]

test("Đồng Nai became a city on 30 April 2026", () => {
  expect(versionOn(dongNai, "2025-06-30")).toBeNull()
  expect(versionOn(dongNai, "2026-04-29")?.kind).toBe("province")
  expect(versionOn(dongNai, "2026-04-30")?.kind).toBe("city")
  expect(versionOn(dongNai, "2031-01-01")?.kind).toBe("city")
})

test("versions that follow one another cover every day exactly once", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 0, max: 8000 }), (days, offset) => {
      let from = "2025-07-01"
      const versions = days.map((length, i) => {
        const version = { valid_from: from, valid_to: i === days.length - 1 ? null : addDays(from, length) }
        from = version.valid_to ?? from
        return version
      })
      const day = addDays("2025-07-01", offset)
      expect(versions.filter((version) => versionOn([version], day) !== null)).toHaveLength(1)
    }),
  )
})
