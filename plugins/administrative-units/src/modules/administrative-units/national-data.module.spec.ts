import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import type AdministrativeUnitsModuleService from "./service"
import type { SuccessionRow, UnitRow } from "./types"

const ROOT = resolve(__dirname, "../../..")
const empty = (text: string) => (text === "" ? null : text)
const read = (file: string) =>
  (parse(readFileSync(resolve(ROOT, "../../seed/data", file)), { columns: true }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, empty(cell)])),
  )

let running: RunningModule<AdministrativeUnitsModuleService>
let units: UnitRow[]

beforeAll(async () => {
  running = await startModule("administrativeUnits", resolve(ROOT, ".medusa/server/src/modules/administrative-units"), "spec_administrative_units")
  units = read("administrative_units.csv") as unknown as UnitRow[]
  await running.service.importUnits(units)
  const edges = read("administrative_succession.csv") as unknown as SuccessionRow[]
  await running.service.importSuccession(edges.map((edge) => ({ ...edge, old_commune: edge.old_commune ?? "" })))
})
afterAll(() => running?.stop())

test("every current code finds its unit, and the country adds up", async () => {
  const codes = [...new Set(units.map((unit) => unit.code))]
  const found = await running.service.retrieveUnits(codes)
  expect([...found.keys()].sort()).toEqual(codes.sort())
  const provinces = await running.service.listProvinces()
  expect(provinces).toHaveLength(34)
  let communes = 0
  for (const province of provinces) communes += (await running.service.listCommunes(province.code)).length
  expect(communes).toBe(3321)
})

test("units are what they were on the day", async () => {
  expect((await running.service.retrieveUnit("75", "2026-04-29")).full_name).toBe("Tỉnh Đồng Nai")
  expect((await running.service.retrieveUnit("75", "2026-04-30")).full_name).toBe("Thành phố Đồng Nai")
  await expect(running.service.retrieveUnit("99")).rejects.toMatchObject({ code: "administrative_units.unknown_unit" })
})

test("importing again changes nothing", async () => {
  await running.service.importUnits(units)
  const [, count] = await running.service.listAndCountAdministrativeUnits({}, { take: 1 })
  expect(count).toBe(units.length)
})

test("people find communes as they type", async () => {
  const first = async (q: string) => (await running.service.searchUnits(q, { limit: 5 }))[0]
  expect((await first("tan cuong"))?.unit.code).toBe("05503")
  expect((await first("xã Tân Cương thái nguyên"))?.parent?.code).toBe("19")
  expect(await first("phuc xuan")).toMatchObject({ unit: { code: "05488" }, matched_old_name: "Xã Phúc Xuân, Thành phố Thái Nguyên" })
  expect(await running.service.searchUnits("%_'")).toEqual([])
})

test("an old commune names its successors", async () => {
  const [answer] = await running.service.resolveOldCommune({ name: "Phúc Xuân", province: "Thái Nguyên" })
  expect(answer).toMatchObject({ certain: true, units: [{ code: "05488", full_name: "Xã Đại Phúc" }] })
})

test("a search by an old name says whether that name alone leads here", async () => {
  const [trieu] = await running.service.searchUnits("phuc triu", { limit: 5 })
  expect(trieu).toMatchObject({ unit: { code: "05488" }, old: { commune: "Xã Phúc Trìu", province: "Tỉnh Thái Nguyên", certain: true } })
  const divided = (await running.service.searchUnits("ngoc ha ba dinh", { limit: 10 })).filter((hit) => hit.old?.commune === "Phường Ngọc Hà")
  expect(divided.length).toBeGreaterThan(0)
  expect(divided.every((hit) => hit.old?.certain === false)).toBe(true)
})

test("a written address becomes units with their names", async () => {
  expect(await running.service.parseAddress("xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên")).toMatchObject({
    confidence: "exact",
    commune: { code: "05503", full_name: "Xã Tân Cương" },
    province: { code: "19" },
    rest: "xóm Hồng Thái 2",
  })
  expect(await running.service.parseAddress("xã Phúc Trìu, TP Thái Nguyên")).toMatchObject({
    confidence: "resolved",
    commune: { code: "05488" },
    old: { commune: "Xã Phúc Trìu", district: "Thành phố Thái Nguyên", province: null },
  })
  const { candidates } = await running.service.parseAddress("Phường Ngọc Hà, quận Ba Đình, Hà Nội")
  expect(candidates.map(({ full_name, parent, old_name }) => [full_name, parent?.code, old_name])).toEqual(
    expect.arrayContaining([["Phường Ngọc Hà", "01", null], ["Phường Ba Đình", "01", "Phường Ngọc Hà, Quận Ba Đình"]]),
  )
})

test("a new version is read at once", async () => {
  const [unit] = units.filter((row) => row.code === "05503")
  await running.service.importUnits([{ ...(unit as UnitRow), full_name: "Xã Tân Cương Trà", name: "Tân Cương Trà" }])
  expect((await running.service.parseAddress("xã Tân Cương Trà, Thái Nguyên")).commune?.code).toBe("05503")
  await running.service.importUnits([unit as UnitRow])
  expect((await running.service.parseAddress("xã Tân Cương, Thái Nguyên")).confidence).toBe("exact")
})

test("provinces know what they took over, and have a point on the map", async () => {
  const former = await running.service.listFormerProvinces()
  expect(former.get("19")).toEqual(["Tỉnh Bắc Kạn"])
  expect(former.get("79")).toEqual(["Tỉnh Bà Rịa - Vũng Tàu", "Tỉnh Bình Dương"])
  expect(former.has("01")).toBe(false)
  // 63 provinces became 34: 29 names are gone.
  expect([...former.values()].flat()).toHaveLength(29)
  for (const province of await running.service.listProvinces()) {
    expect(province.latitude).toBeGreaterThan(7)
    expect(province.longitude).toBeGreaterThan(102)
  }
})
