import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { CommitInput } from "./commit-official-list"
import type { PlacedRow } from "./rules/official-list/judge-rows"
import type OcopModuleService from "./service"

let running: RunningModule<OcopModuleService>
const row: PlacedRow = {
  row: 2, register_id: null, code: null, name: "Chè thử", producer_name: "HTX Thử", producer_kind: "cooperative", place: { code: null, commune: null, district: null, province: null },
  product_set_no: 11, star: 4, decision_no: "310/QĐ-UBND", issued_on: "2026-06-15", issued_by: "UBND tỉnh Thái Nguyên", expires_on: null, reasons: [],
  placed: { place: { commune_code: "05503", province_code: "19" } },
}
const list = (rows: Partial<PlacedRow>[], more: Partial<CommitInput> = {}): CommitInput => ({
  rows: rows.map((change, index) => ({ ...row, row: index + 2, ...change })), scope: "19", level: "operator", illustrative: false, today: "2026-11-22", plan: null, skip_invalid: false,
  file: { sha256: "0".repeat(64), name: "thu.xlsx" }, actor: { type: "official", id: "offi_1", name: "Cán bộ", province_code: "19", level: "province", illustrative: false }, ...more,
})

beforeAll(async () => {
  const root = resolve(__dirname, "../../..")
  running = await startModule("ocop", resolve(root, ".medusa/server/src/modules/ocop"), "spec_ocop_list")
  await running.service.importLaw({
    legal_versions: [{ id: "law", version: "QD26-2026", name: "26", valid_from: "2023-01-01", valid_to: null, validity_months: 36, renewal_opens_days: 180, renewal_closes_days: 120, prolongation_max_days: 180, min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30, confidence: "confirmed", legal_basis: "spec", source: "spec" }],
    product_sets: [],
  })
})
afterAll(() => running?.stop())

test("a list is written once; the same again changes nothing; a corrected one changes what differs", async () => {
  const first = await running.service.commitOfficialList(list([{}, { name: "Chè nõn thử" }]))
  expect(first.counts).toMatchObject({ create: 2, error: 0 })
  expect(first.changes[0]?.certificate_code).toMatch(/^CP-/)
  const again = await running.service.commitOfficialList(list([{}, { name: "Chè nõn thử" }]))
  expect(again).toMatchObject({ id: null, changes: [], counts: { unchanged: 2 } })
  const corrected = await running.service.commitOfficialList(list([{ star: 3 }, { name: "Chè nõn thử" }]))
  expect(corrected.changes).toMatchObject([{ row: 2, kind: "update", certificate_code: first.changes[0]?.certificate_code, fields: [{ field: "star", before: 4, after: 3 }] }])
  const [known] = await running.service.listRecognitions({ id: first.changes[0]?.recognition_id as string })
  expect(known).toMatchObject({ star: 3, issued_on: "2026-06-15", expires_on: "2029-06-15", renewal_opens_on: "2028-12-17", announced_status: null })
  const [, count] = await running.service.listAndCountOfficialLists({})
  expect(count).toBe(2)
})

test("the same file sent twice at once is written once", async () => {
  const both = await Promise.all([1, 2].map(() => running.service.commitOfficialList(list([{ name: "Mật ong cùng lúc" }]))))
  expect(both.map((result) => result.changes.length).sort()).toEqual([0, 1])
  expect(await running.service.listOcopProducts({ name: "Mật ong cùng lúc" })).toHaveLength(1)
})

test("one bad row stops the list unless it is left out on purpose; a broken write leaves nothing", async () => {
  const rows = [{ name: "Miến tốt" }, { name: "Miến xấu", issued_on: "2027-01-01" }]
  await expect(running.service.commitOfficialList(list(rows))).rejects.toMatchObject({ code: "ocop.list_has_errors" })
  expect(await running.service.listOcopProducts({ name: "Miến tốt" })).toEqual([])
  await expect(running.service.commitOfficialList(list(rows, { plan: "f".repeat(64) }))).rejects.toMatchObject({ code: "ocop.list_verdict_outdated" })
  expect((await running.service.commitOfficialList(list(rows, { skip_invalid: true }))).counts).toMatchObject({ create: 1, error: 1 })
  // The second row breaks a constraint of the table, behind the judging's back.
  await expect(running.service.commitOfficialList(list([{ name: "Bún trước" }, { name: "Bún sau", star: 9 as never }]))).rejects.toThrow()
  expect(await running.service.listOcopProducts({ name: "Bún trước" })).toEqual([])
})

test("what was written stays written", async () => {
  const [entry] = await running.service.listOfficialLists({}, { take: 1 })
  await expect(running.service.deleteOfficialLists([entry?.id as string])).rejects.toThrow(/append-only/)
  await expect(running.service.updateOfficialLists({ id: entry?.id as string, actor_name: "Người khác" })).rejects.toThrow(/append-only/)
})
