import { expect, test } from "vitest"
import { isAppointed, isOpenToAppointed, mayView } from "./scope"

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
  ["a member of a council", { role: "council", unit_code: "19" } as const, "19", null, false],
  ["a consultant", { role: "consultant", unit_code: "19" } as const, "05503", "19", false],
  ["an official without a unit", { role: "province", unit_code: null } as const, "19", null, false],
])("%s: %j may see %s in %s → %s", (_, viewer, unit, parent, expected) => expect(mayView(viewer, unit, parent)).toBe(expected))

test("the appointed may ask who they are and for their dossiers, and for nothing else", () => {
  expect((["commune", "province", "ministry", "consultant", "council"] as const).filter(isAppointed)).toEqual(["consultant", "council"])
  for (const path of ["/official/me", "/official/dossiers", "/official/dossiers/ocopdos_1/acts", "/official/dossiers/x/attachments/y"]) expect(isOpenToAppointed(path)).toBe(true)
  for (const path of ["/official/listing-rate", "/official/register.csv", "/official/councils", "/official/dossiersX", "/official/mean", "/OFFICIAL/register.csv", "/official/official-lists/dossiers/"]) expect(isOpenToAppointed(path)).toBe(false)
})
