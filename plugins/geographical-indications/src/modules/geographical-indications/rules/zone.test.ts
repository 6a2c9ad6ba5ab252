import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { expect, test } from "vitest"
import { inZone, judgeZone } from "./zone"

const DATA = resolve(__dirname, "../../../../../../seed/data")
const read = (file: string) => parse(readFileSync(resolve(DATA, file)), { columns: true }) as Record<string, string>[]
const zone = read("gi_zone_units.csv").map((row) => ({
  gi_handle: row.gi_handle ?? "",
  old_commune_code: row.old_commune_code || null,
  commune_code: row.commune_code || null,
}))
const tanCuong = zone.filter((unit) => unit.gi_handle === "tan-cuong-che")

test("the commune of today is necessary, only the old commune is sufficient", () => {
  expect(tanCuong).toHaveLength(6)
  expect(inZone(tanCuong, { commune_code: "05503" })).toBe("possible")
  expect(inZone(tanCuong, { commune_code: "05503", old_commune_code: "05503" })).toBe("inside")
  expect(inZone(tanCuong, { commune_code: "05503", old_commune_code: "05470" })).toBe("outside")
  expect(inZone(tanCuong, { commune_code: "00004" })).toBe("outside")
})

test("an old commune of the list without a code leaves the question open", () => {
  const trungKhanh = zone.filter((unit) => unit.gi_handle === "trung-khanh-hat-de")
  expect(trungKhanh.some((unit) => unit.old_commune_code === null)).toBe(true)
  expect(inZone(trungKhanh, { commune_code: "01477", old_commune_code: "01456" })).toBe("possible")
})

test("nothing known, nothing said", () => {
  expect(inZone([], { commune_code: "05503" })).toBe("unknown")
  expect(inZone(tanCuong, { commune_code: null })).toBe("unknown")
})

test("every zone belongs to an indication of the register and is marked as unconfirmed", () => {
  const handles = new Set(read("geographical_indications.csv").map((row) => row.handle))
  expect(handles.size).toBe(87)
  for (const row of read("gi_zone_units.csv")) {
    expect(handles.has(row.gi_handle)).toBe(true)
    expect(row.confidence).toBe("unconfirmed")
    expect(row.source).not.toBe("")
  }
})

const GI = { kind: "geographical_indication" } as const
const confirmed = tanCuong.map((unit) => ({ ...unit, confirmed: true }))
const unconfirmed = tanCuong.map((unit) => ({ ...unit, confirmed: false }))
const inside = { commune_code: "05503", old_commune_code: "05503" }

test.each([
  ["inside a confirmed zone", GI, confirmed, inside, "inside", false],
  ["inside a zone nobody has checked", GI, unconfirmed, inside, "inside_unconfirmed", true],
  ["outside", GI, confirmed, { commune_code: "00004", old_commune_code: "00004" }, "outside", true],
  ["outside a zone nobody has checked", GI, unconfirmed, { commune_code: "00004", old_commune_code: "00004" }, "outside", true],
  ["in part of a commune of today", GI, confirmed, { commune_code: "05488", possible_old_codes: ["05488", "05470"] }, "ambiguous", true],
  ["all old communes of today's are in the zone", GI, confirmed, { commune_code: "05488", possible_old_codes: ["05488", "05494"] }, "inside", false],
  ["an indication whose zone nobody told", GI, [], inside, "zone_unknown", true],
  ["a mark without a zone", { kind: "collective_mark" } as const, [], inside, "not_zoned", false],
  ["a mark with one", { kind: "certification_mark" } as const, confirmed, { commune_code: "00004", old_commune_code: "00004" }, "outside", true],
])("%s", (_, sign, units, place, finding, reason_needed) => expect(judgeZone(sign, units, place)).toMatchObject({ finding, reason_needed }))

test("one unconfirmed line does not taint another that was read off the registered description", () => {
  const mixed = unconfirmed.map((unit) => ({ ...unit, confirmed: unit.old_commune_code === "05503" }))
  expect(judgeZone(GI, mixed, inside)).toEqual({ finding: "inside", zone_confirmed: true, reason_needed: false })
  expect(judgeZone(GI, mixed, { commune_code: "05503", old_commune_code: "05497" }).finding).toBe("inside_unconfirmed")
})

test("nobody is let in without a reason unless every old commune they can be from is a confirmed line of the zone", () => {
  const code = fc.constantFrom("1", "2", "3", "4")
  const units = fc.array(fc.record({ old_commune_code: fc.option(code), commune_code: fc.option(code), confirmed: fc.boolean() }), { maxLength: 6 })
  const place = fc.record({ commune_code: code, old_commune_code: fc.option(code), possible_old_codes: fc.array(code, { maxLength: 3 }) })
  fc.assert(
    fc.property(units, place, (zone, where) => {
      const { reason_needed } = judgeZone(GI, zone, where)
      const candidates = where.old_commune_code ? [where.old_commune_code] : where.possible_old_codes
      const carried = candidates.length > 0 && candidates.every((old) => zone.some((unit) => unit.confirmed && unit.old_commune_code === old))
      expect(reason_needed).toBe(!carried)
    }),
  )
})
