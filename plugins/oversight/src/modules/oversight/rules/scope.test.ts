import { expect, test } from "vitest"
import { mayView } from "./scope"

const commune = { role: "commune", unit_code: "05503" } as const
const province = { role: "province", unit_code: "19" } as const

test.each([
  ["a commune officer", commune, "05503", "19", true],
  ["a commune officer, next commune", commune, "05488", "19", false],
  ["a commune officer, own province", commune, "19", null, false],
  ["a province officer", province, "19", null, true],
  ["a province officer, own commune", province, "05503", "19", true],
  ["a province officer, commune elsewhere", province, "01477", "04", false],
  ["a province officer, other province", province, "04", null, false],
  ["the ministry", { role: "ministry", unit_code: null } as const, "04", null, true],
  ["an official without a unit", { role: "province", unit_code: null } as const, "19", null, false],
])("%s: %j may see %s in %s → %s", (_, viewer, unit, parent, expected) => expect(mayView(viewer, unit, parent)).toBe(expected))
