import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type GeographicalIndicationsModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
const gi = {
  id: "gi_tan-cuong-che",
  handle: "tan-cuong-che",
  name: "Tân Cương",
  product: "chè",
  certificate_no: "00013",
  registered_on: "2007-09-20",
  number_confirmed: false,
  confirmed: true,
  origin: "vietnam" as const,
  province_codes: ["19"],
  manager: null,
  source: "spec",
}
const unit = { id: "gizone_1", gi_id: gi.id, old_unit: "Phúc Xuân", old_commune_code: "05488", old_district: null, commune_code: "05488", confirmed: false, note: null, source: "spec" }
const right = { gi_id: gi.id, producer_name: "HTX chè Hảo Đạt", issued_by: "spec", issued_on: "2025-01-01", source: "spec" }

let running: RunningModule<GeographicalIndicationsModuleService>

beforeAll(async () => {
  running = await startModule("geographicalIndications", resolve(ROOT, ".medusa/server/src/modules/geographical-indications"), "spec_geographical_indications")
  await running.service.importRegister({ gis: [gi], zone_units: [unit] })
})
afterAll(() => running?.stop())

test("the register can be loaded again with corrections", async () => {
  await running.service.importRegister({ gis: [{ ...gi, manager: "UBND" }], zone_units: [{ ...unit, confirmed: true }] })
  const [stored, ...others] = await running.service.listGis({}, { relations: ["zone_units"] })
  expect(others).toEqual([])
  expect(stored).toMatchObject({ manager: "UBND", province_codes: ["19"], zone_units: [{ old_unit: "Phúc Xuân", confirmed: true }] })
})

test("one document is entered once and withdrawn once", async () => {
  const [entered] = await running.service.recordRightsOfUse([{ ...right, document_no: "01" }], "2026-11-22")
  expect(entered).toMatchObject({ announced_in_force: true, expires_on: null })
  await expect(running.service.recordRightsOfUse([{ ...right, document_no: "01" }])).rejects.toMatchObject({ code: "geographical_indications.document_exists" })
  expect((await running.service.revokeRightOfUse(entered?.id ?? "", "2026-01-01")).announced_in_force).toBe(false)
  await expect(running.service.revokeRightOfUse(entered?.id ?? "", "2026-01-01")).rejects.toMatchObject({ code: "geographical_indications.already_revoked" })
  await expect(running.service.revokeRightOfUse("giuse_none", "2026-01-01")).rejects.toMatchObject({ code: "geographical_indications.unknown_right_of_use" })
})

test("only rights in force are proposed, whatever the producer's kind is written as", async () => {
  await running.service.recordRightsOfUse([{ ...right, document_no: "02" }])
  const proposed = await running.service.proposeRightsOfUse({ producer_name: "Hợp tác xã Chè Hảo Đạt" })
  expect(proposed.map((r) => [r.document_no, r.gi.handle])).toEqual([["02", "tan-cuong-che"]])
  expect(await running.service.proposeRightsOfUse({ producer_name: "HTX Tài Hoan" })).toEqual([])
})

test("a right that ran out overnight is told once", async () => {
  await running.service.recordRightsOfUse([{ ...right, document_no: "03", expires_on: "2027-01-01" }], "2026-11-22")
  const later = await running.service.listUnannounced("2027-01-02")
  expect(later).toEqual([{ id: expect.any(String), in_force: false }])
  await running.service.markAnnounced(later)
  expect(await running.service.listUnannounced("2027-01-02")).toEqual([])
})
