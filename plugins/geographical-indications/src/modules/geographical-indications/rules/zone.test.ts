import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { inZone } from "./zone"

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
