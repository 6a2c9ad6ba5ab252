import { beforeAll, expect, test } from "vitest"
import { nationalEdges, nationalUnits, type EdgeLine, type UnitLine } from "../../../testing/national-data"
import { resolveSuccession } from "./resolve-succession"
import { holdsOn } from "./unit-versions"

// The whole country, as it is seeded.
const TODAY = "2026-11-22"

let units: UnitLine[]
let edges: EdgeLine[]
let current: Map<string, UnitLine>

beforeAll(() => {
  units = nationalUnits()
  edges = nationalEdges()
  current = unitsOn(TODAY)
})

function unitsOn(day: string): Map<string, UnitLine> {
  const holding = units.filter((u) => holdsOn(u, day))
  const byCode = new Map(holding.map((u) => [u.code, u]))
  expect(byCode.size).toBe(holding.length)
  return byCode
}

test("34 provinces and 3,321 communes hold today, and held on the first day", () => {
  for (const day of ["2025-07-01", "2026-04-29", "2026-04-30", TODAY]) {
    const holding = [...unitsOn(day).values()]
    expect(holding.filter((u) => u.code.length === 2)).toHaveLength(34)
    expect(holding.filter((u) => u.code.length === 5)).toHaveLength(3321)
  }
  const kinds = [...current.values()].map((u) => u.kind)
  expect(kinds.filter((k) => k === "city")).toHaveLength(7)
  expect(kinds.filter((k) => k === "special_zone")).toHaveLength(13)
})

test("every current commune lies in a current province and has a point in Viet Nam", () => {
  for (const unit of current.values()) {
    expect(unit.full_name).toBe(unit.full_name.normalize("NFC"))
    if (unit.code.length === 2) continue
    expect(current.get(unit.parent_code ?? "")?.code).toHaveLength(2)
    expect(Number(unit.latitude)).toBeGreaterThan(7)
    expect(Number(unit.latitude)).toBeLessThan(23.5)
    expect(Number(unit.longitude)).toBeGreaterThan(102)
    expect(Number(unit.longitude)).toBeLessThan(116)
  }
})

test("every old commune resolves to current communes of today", () => {
  const byOldCode = new Map<string, EdgeLine[]>()
  for (const edge of edges) {
    const code = edge.old_commune_code ?? ""
    byOldCode.set(code, [...(byOldCode.get(code) ?? []), edge])
  }
  const islandDistricts = byOldCode.get("") ?? []
  byOldCode.delete("")
  expect(islandDistricts).toHaveLength(5)
  expect(byOldCode.size).toBe(10033)
  let divided = 0
  for (const [code, own] of byOldCode) {
    const [answer] = resolveSuccession(own, { code })
    expect(answer?.successors.length).toBeGreaterThan(0)
    for (const successor of answer?.successors ?? []) expect(current.has(successor.code)).toBe(true)
    if (!answer?.certain) divided += 1
  }
  expect(divided).toBe(441)
  for (const edge of islandDistricts) expect(current.has(edge.new_commune_code)).toBe(true)
})

test("no edge leads to a unit that is not current, nor from one that is a successor by mistake", () => {
  expect(edges.filter((edge) => !current.has(edge.new_commune_code))).toEqual([])
  expect(new Set(edges.map((e) => `${e.old_commune_code ?? e.old_district_code} ${e.new_commune_code}`)).size).toBe(edges.length)
})

test("every unit has a Vietnamese name with its kind and an English one without marks", () => {
  for (const unit of units) {
    expect([unit.full_name, unit.full_name.endsWith(unit.name)]).toEqual([unit.full_name, true])
    expect([unit.name_en, /^[\x20-\x7e]+$/.test(unit.name_en)]).toEqual([unit.name_en, true])
  }
})

test("Đồng Nai is a province until 29 April 2026 and a city since, under one code", () => {
  const versions = units.filter((unit) => unit.code === "75").map(({ kind, valid_from, valid_to }) => ({ kind, valid_from, valid_to }))
  expect(versions).toEqual([
    { kind: "province", valid_from: "2025-07-01", valid_to: "2026-04-30" },
    { kind: "city", valid_from: "2026-04-30", valid_to: null },
  ])
})

test("every current commune is the successor of an old one", () => {
  const reached = new Set(edges.map((e) => e.new_commune_code))
  const orphans = [...current.keys()].filter((code) => code.length === 5 && !reached.has(code))
  expect(orphans).toEqual([])
})

test("old names find what they became", () => {
  const [phucXuan] = resolveSuccession(edges, { name: "phuc xuan", province: "Thái Nguyên" })
  expect(phucXuan?.successors.map((s) => s.code)).toEqual(["05488"])
  expect(current.get("05488")?.full_name).toBe("Xã Đại Phúc")
})

test("every row says where it comes from, and doubts are marked", () => {
  for (const row of [...units, ...edges]) {
    expect(row.source).not.toBe("")
    expect(["confirmed", "unconfirmed"]).toContain(row.confidence)
  }
  // Ba Chẽ has two codes in the sources.
  expect(edges.filter((e) => e.new_commune_code === "06978").every((e) => e.confidence === "unconfirmed")).toBe(true)
})
