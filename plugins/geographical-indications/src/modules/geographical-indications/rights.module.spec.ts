import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type GeographicalIndicationsModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
const gi = {
  id: "gi_tan-cuong-che",
  kind: "geographical_indication" as const,
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
  owner: null,
  regulation: null,
  protected_until: null,
  story_vi: null,
  story_en: null,
  story_source: null,
  source: "spec",
}
const unit = { id: "gizone_1", gi_id: gi.id, old_unit: "Phúc Xuân", old_commune_code: "05488", old_district: null, commune_code: "05488", confirmed: false, note: null, source: "spec" }
const place = { commune_code: "05488", province_code: "19", old_commune_code: "05488", possible_old_codes: ["05488"] }
const elsewhere = { ...place, old_commune_code: "05470", possible_old_codes: ["05470"] }
const right = { gi_id: gi.id, producer_name: "HTX chè Hảo Đạt", issued_by: "spec", issued_on: "2025-01-01", source: "spec", place }
const actor = { type: "official" as const, id: "offi_1", name: "Cán bộ", illustrative: false }
const revocation = { revoked_on: "2026-01-01", document_no: "9/QĐ", reason: "Không còn sản xuất trong vùng." }

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

test("one document is entered once and withdrawn once, by a document and with a reason", async () => {
  const entered = await running.service.recordRightOfUse({ ...right, document_no: "01" }, actor, "2026-11-22")
  expect(entered).toMatchObject({ announced_in_force: true, zone_finding: "inside", commune_code: "05488" })
  await expect(running.service.recordRightOfUse({ ...right, document_no: "01" }, actor)).rejects.toMatchObject({ code: "geographical_indications.document_exists" })
  await expect(running.service.revokeRightOfUse(entered.id, { ...revocation, revoked_on: "2024-12-31" }, actor)).rejects.toMatchObject({ code: "geographical_indications.revoked_before_issue" })
  // A slip of the pen, years ahead, is put right by the day that was meant.
  await running.service.revokeRightOfUse(entered.id, { ...revocation, revoked_on: "2126-01-01" }, actor)
  expect(await running.service.revokeRightOfUse(entered.id, revocation, actor)).toMatchObject({ announced_in_force: false, revocation_document_no: "9/QĐ" })
  await expect(running.service.revokeRightOfUse(entered.id, revocation, actor)).rejects.toMatchObject({ code: "geographical_indications.already_revoked" })
  await expect(running.service.revokeRightOfUse("giuse_none", revocation, actor)).rejects.toMatchObject({ code: "geographical_indications.unknown_right_of_use" })
  const { rights } = await running.service.searchRightsOfUse({ q: "hao dat", limit: 10, offset: 0 })
  expect(rights[0]?.events.map(({ action, actor_name, reason }) => [action, actor_name, reason])).toEqual([
    ["recorded", "Cán bộ", null],
    ["revoked", "Cán bộ", revocation.reason],
    ["revoked", "Cán bộ", revocation.reason],
  ])
})

test("outside the zone there is no right without a reason, and the reason stands in the log for ever", async () => {
  const outside = { ...right, place: elsewhere, producer_name: "HTX Ngoài Vùng", document_no: "out" }
  await expect(running.service.recordRightOfUse(outside, actor)).rejects.toMatchObject({
    code: "geographical_indications.outside_zone",
    details: { zone: { finding: "outside", zone_confirmed: true } },
  })
  expect(await running.service.listRightOfUses({ document_no: "out" })).toEqual([])
  const reason = "Vùng được mở rộng theo quyết định mới."
  const { id } = await running.service.recordRightOfUse({ ...outside, override_reason: reason }, actor)
  const [line, ...others] = await running.service.listRightOfUseEvents({ right_of_use_id: id })
  expect(others).toEqual([])
  expect(line).toMatchObject({ action: "overridden", actor_id: "offi_1", reason, facts: { zone: { finding: "outside" }, place: elsewhere } })
  await expect(running.service.updateRightOfUseEvents({ id: line?.id ?? "", reason: "khác" })).rejects.toThrow(/append-only/)
  await expect(running.service.deleteRightOfUseEvents([line?.id ?? ""])).rejects.toThrow(/append-only/)
  await running.service.deleteRightOfUses([id])
})

test("one document entered many times at once is entered once, and all others are told so", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => running.service.recordRightOfUse({ ...right, document_no: "race" }, actor)))
  const refusals = tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []))
  expect(refusals).toEqual(Array(5).fill("geographical_indications.document_exists"))
  const stored = await running.service.listRightOfUses({ document_no: "race" })
  expect(await running.service.listRightOfUseEvents({ right_of_use_id: stored.map(({ id }) => id) })).toHaveLength(1)
  await running.service.deleteRightOfUses(stored.map(({ id }) => id))
})

test("an area sees its own rights", async () => {
  const count = async (area: string | null) => (await running.service.searchRightsOfUse({ area, limit: 10, offset: 0 })).count
  expect(await count("05488")).toBe(1)
  expect(await count("19")).toBe(1)
  expect(await count("05503")).toBe(0)
  expect(await count("04")).toBe(0)
  expect(await count(null)).toBe(1)
})

test("only rights in force are proposed, whatever the producer's kind is written as", async () => {
  await running.service.recordRightOfUse({ ...right, document_no: "02" }, actor)
  const proposed = await running.service.proposeRightsOfUse({ producer_name: "Hợp tác xã Chè Hảo Đạt" })
  expect(proposed.map((r) => [r.document_no, r.gi.handle])).toEqual([["02", "tan-cuong-che"]])
  expect(await running.service.proposeRightsOfUse({ producer_name: "HTX Tài Hoan" })).toEqual([])
})

test("a status asked of the database is the status the rules give", async () => {
  const dates = [
    { document_no: "d1", issued_on: "2020-01-01", expires_on: "2021-01-01" },
    { document_no: "d2", issued_on: "2099-01-01" },
    { document_no: "d3", issued_on: "2020-01-01", expires_on: "2099-01-01" },
  ]
  for (const one of dates) await running.service.recordRightOfUse({ ...right, ...one }, actor)
  const { rights, count } = await running.service.searchRightsOfUse({ limit: 100, offset: 0 })
  for (const status of ["not_yet", "valid", "expired", "revoked"] as const) {
    const asked = await running.service.searchRightsOfUse({ status, limit: 100, offset: 0 })
    expect(asked.rights.map((r) => r.id).sort()).toEqual(rights.filter((r) => r.status === status).map((r) => r.id).sort())
  }
  expect(count).toBe(rights.length)
})

test("a right that ran out overnight is told once, also when the job runs twice", async () => {
  await running.service.recordRightOfUse({ ...right, document_no: "03", expires_on: "2027-01-01" }, actor, "2026-11-22")
  const before = new Set((await running.service.listUnannounced("2027-01-01")).map(({ id }) => id))
  const later = (await running.service.listUnannounced("2027-01-02")).filter(({ id }) => !before.has(id))
  expect(later).toEqual([{ id: expect.any(String), in_force: false }])
  await running.service.markAnnounced(later)
  expect((await running.service.listUnannounced("2027-01-02")).filter(({ id }) => id === later[0]?.id)).toEqual([])
})

test("a mark whose ten years are over takes its rights with it", async () => {
  const mark = { ...gi, id: "gi_mark", handle: "mark", kind: "collective_mark" as const, protected_until: "2027-06-30" }
  await running.service.importRegister({ gis: [mark], zone_units: [] })
  const { id, zone_finding } = await running.service.recordRightOfUse({ ...right, gi_id: mark.id, document_no: "04" }, actor, "2026-11-22")
  expect(zone_finding).toBe("not_zoned")
  expect((await running.service.listUnannounced("2027-06-30")).map((one) => one.id)).not.toContain(id)
  expect(await running.service.listUnannounced("2027-07-01")).toContainEqual({ id, in_force: false })
})
