import { expect, test } from "vitest"
import type { ScoringSheet, SheetCriterion } from "./scoring-sheet"
import { readSheet } from "./sheet-reading"
import { SHEETS, seedRows } from "../../../../testing/seeded-sheets"

const criteriaOf = (sheet: ScoringSheet): SheetCriterion[] => sheet.parts.flatMap((p) => p.groups.flatMap((g) => g.criteria))
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
const groupBy = <T, K>(items: T[], key: (item: T) => K) => new Map(items.map((item) => [key(item), items.filter((other) => key(other) === key(item))]))
const listed = (sheet: ScoringSheet, criterion: string, option: number | null, effect: string) =>
  sheet.irregularities.some((i) => i.criterion === criterion && (option === null || i.option === option) && i.effect === effect)

test("Annex II is whole: 26 sheets, 787 criteria, 2,535 options, 179 + 290 + 106 marks", () => {
  expect(SHEETS.map((sheet) => sheet.set_no)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1))
  const criteria = SHEETS.flatMap(criteriaOf)
  const options = criteria.flatMap((criterion) => criterion.options)
  expect([SHEETS.flatMap((s) => s.parts.flatMap((p) => p.groups)).length, criteria.length, options.length]).toEqual([291, 787, 2535])
  expect([3, 4, 5].map((star) => options.filter((o) => o.min_star === star).length)).toEqual([179, 290, 106])
})

test.each(SHEETS.map((sheet) => [sheet.set_no, sheet] as const))("sheet %i adds up to 40, 25 and 35", (_, sheet) => {
  expect(sheet.parts.map((part) => [part.code, part.max])).toEqual([["A", 40], ["B", 25], ["C", 35]])
  expect(sheet.total).toBe(100)
  for (const part of sheet.parts) {
    expect(sum(part.groups.map((group) => group.max))).toBe(part.max)
    for (const group of part.groups) expect(sum(group.criteria.map((criterion) => criterion.max))).toBe(group.max)
  }
  const numbers = criteriaOf(sheet).map((criterion) => criterion.no)
  expect(new Set(numbers).size).toBe(numbers.length)
  const subgroups = groupBy(criteriaOf(sheet).filter((c) => c.subgroup), (c) => c.subgroup?.no)
  for (const members of subgroups.values()) expect(sum(members.map((c) => c.max))).toBe(members[0]?.subgroup?.max)
})

test.each(SHEETS.map((sheet) => [sheet.set_no, sheet] as const))("sheet %i: options rise to the maximum, or the place is listed", (_, sheet) => {
  for (const criterion of criteriaOf(sheet)) {
    if (criterion.options.length === 0) {
      expect(listed(sheet, criterion.no, null, "points"), `${criterion.no} has no options`).toBe(true)
      continue
    }
    const cases = groupBy(criterion.options, (option) => option.case)
    for (const options of cases.values()) {
      for (const [i, option] of options.entries()) {
        const before = options[i - 1]?.points ?? -1
        const ordered = option.points !== null && option.points > before && option.points <= criterion.max
        // An option that is too high makes the one after it look too low.
        const explained = listed(sheet, criterion.no, i + 1, "points") || listed(sheet, criterion.no, i, "points")
        expect(ordered || explained, `${criterion.no}, option ${i + 1}`).toBe(true)
      }
    }
    const highest = Math.max(...criterion.options.map((option) => option.points ?? 0))
    expect(highest === criterion.max || criterion.options.some((_o, i) => listed(sheet, criterion.no, i + 1, "points")), criterion.no).toBe(true)
  }
})

test.each(SHEETS.map((sheet) => [sheet.set_no, sheet] as const))("sheet %i as it is read: options never fall, none above the maximum", (_, sheet) => {
  for (const criterion of readSheet(sheet).criteria) {
    const cases = sheet.parts.flatMap((p) => p.groups.flatMap((g) => g.criteria)).find((c) => c.no === criterion.no)?.cases
    for (const [i, option] of criterion.options.entries()) {
      expect(option.points).toBeLessThanOrEqual(criterion.max)
      if (!cases && i > 0) expect(option.points).toBeGreaterThanOrEqual(criterion.options[i - 1]?.points ?? 0)
    }
  }
})

test("each sheet has minimum options for 3 and 4 stars, and for 5 but the one on tourism, which is listed", () => {
  for (const sheet of SHEETS) {
    const marks = new Set(criteriaOf(sheet).flatMap((criterion) => criterion.options.map((option) => option.min_star)))
    expect([marks.has(3), marks.has(4), marks.has(5)], `sheet ${sheet.set_no}`).toEqual([true, true, sheet.set_no !== 26])
    for (const criterion of criteriaOf(sheet)) {
      const stars = criterion.options.flatMap((option) => option.min_star ?? [])
      expect(stars, `sheet ${sheet.set_no}, ${criterion.no}`).toEqual([...new Set(stars)].sort())
    }
  }
  expect(SHEETS[25]?.irregularities.map((i) => i.kind)).toContain("no minimum for 5 stars")
})

test("an irregularity with another value says what becomes of it and names a place that exists", () => {
  for (const sheet of SHEETS) {
    for (const doubt of sheet.irregularities) {
      const places = sheet.parts.flatMap((p) => [p.code, ...p.groups.flatMap((g) => [g.no, ...g.criteria.map((c) => c.no)])])
      const known = doubt.criterion === null || doubt.criterion.split(", ").every((no) => places.includes(no))
      expect(known, `sheet ${sheet.set_no}: ${doubt.kind}`).toBe(true)
      expect(doubt.consistent === null, `sheet ${sheet.set_no}: ${doubt.kind}`).toBe(doubt.status === "noted")
      if (doubt.status !== "proposed") continue
      const option = criteriaOf(sheet).find((c) => c.no === doubt.criterion)?.options[Number(doubt.option) - 1]
      if (doubt.effect === "points") expect(option?.points).toBe(doubt.printed)
      else expect(option?.min_star ?? null).toBe(doubt.printed === null ? null : String(doubt.printed).length)
    }
  }
  const proposed = SHEETS.flatMap((sheet) => sheet.irregularities.filter((i) => i.status === "proposed").map((i) => `${sheet.set_no}/${i.criterion}`))
  expect(proposed.sort()).toEqual(["1/8", "10/1.2", "10/3.5", "11/1.2", "11/6.1.1", "24/2.2", "4/1.2", "4/7", "7/1.2", "7/3.1"])
})

test("the sets of criteria: 35/25/40 in 2019, 40/25/35 since 2023, 100 in all; sheets for the one of 2026", () => {
  const sets = seedRows("ocop_criteria_sets.csv")
  const parts = sets.map((set) => [set.legal_version, Number(set.part_a_max), Number(set.part_b_max), Number(set.part_c_max)])
  expect(parts).toEqual([
    ["QD1048-2019", 35, 25, 40],
    ["QD148-2023", 40, 25, 35],
    ["QD26-2026", 40, 25, 35],
  ])
  expect(new Set(SHEETS.map((sheet) => sheet.legal_version))).toEqual(new Set(["QD26-2026"]))
  expect(sets.map((set) => [set.legal_version, set.valid_from, set.valid_to])).toEqual(
    seedRows("ocop_legal_versions.csv").map((law) => [law.version, law.valid_from, law.valid_to]),
  )
})
