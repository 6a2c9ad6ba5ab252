import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { RegisterActor } from "./register-acts"
import type OcopModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
const TODAY = "2026-11-22"
const entry = {
  name: "Chè Đinh Tân Cương",
  producer_name: "HTX chè Hảo Đạt",
  producer_kind: "cooperative" as const,
  commune_code: "05503",
  province_code: "19",
  product_set_no: 11,
  source: "spec",
  confidence: "high" as const,
}

let running: RunningModule<OcopModuleService>

beforeAll(async () => {
  running = await startModule("ocop", resolve(ROOT, ".medusa/server/src/modules/ocop"), "spec_ocop")
  const law = { valid_to: null, renewal_closes_days: 120, min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30, legal_basis: "spec", source: "spec" }
  await running.service.importLaw({
    legal_versions: [
      { ...law, id: "law_1", version: "QD148-2023", name: "148", valid_from: "2023-02-24", valid_to: "2026-07-21", validity_months: 36, renewal_opens_days: null, prolongation_max_days: null, confidence: "unconfirmed" },
      { ...law, id: "law_2", version: "QD26-2026", name: "26", valid_from: "2026-05-22", validity_months: 36, renewal_opens_days: 180, prolongation_max_days: 180, confidence: "confirmed" },
    ],
    product_sets: [],
  })
  const recognises = { role: "recognises" as const, valid_from: "2026-05-22", valid_to: null, confidence: "confirmed" as const, legal_basis: "spec", source: "spec" }
  await running.service.importCriteria({
    criteria_sets: [],
    scoring_sheets: [],
    rating_authorities: [3, 4, 5].map((star) => ({ ...recognises, id: `auth_${star}`, star, level: star === 5 ? ("ministry" as const) : ("province" as const) })),
  })
})
afterAll(() => running?.stop())

async function recognised(issued_on: string) {
  const [ocop_product_id = ""] = await running.service.saveRegisterProducts([entry])
  const [recognition] = await running.service.recordRecognitions([{ ocop_product_id, star: 5, issued_on, source: "spec" }], TODAY)
  if (!recognition) throw new Error("nothing recorded")
  return recognition
}

test("a recognition gets its dates from the law of its day", async () => {
  expect(await recognised("2026-06-01")).toMatchObject({ expires_on: "2029-06-01", renewal_opens_on: "2028-12-03", legal_version: "QD26-2026", announced_status: "valid" })
  expect(await recognised("2024-01-10")).toMatchObject({ expires_on: "2027-01-10", renewal_opens_on: "2026-07-14", legal_version: "QD148-2023", announced_status: "expiring" })
})

test("the database keeps two certificates of one day, wrong stars and the future out", async () => {
  const { ocop_product_id } = await recognised("2026-06-01")
  const again = { ocop_product_id, star: 4 as const, source: "spec" }
  await expect(running.service.recordRecognitions([{ ...again, issued_on: "2026-06-01" }], TODAY)).rejects.toMatchObject({ code: "ocop.already_recognised" })
  await expect(running.service.recordRecognitions([{ ...again, issued_on: "2026-11-23" }], TODAY)).rejects.toMatchObject({ code: "ocop.issued_in_future" })
  await expect(running.service.recordRecognitions([{ ...again, issued_on: "2018-01-01" }], TODAY)).rejects.toMatchObject({ code: "ocop.no_law_in_force" })
  await expect(running.service.recordRecognitions([{ ...again, star: 2 as never, issued_on: "2026-06-02" }], TODAY)).rejects.toThrow()
})

const province: RegisterActor = { type: "official", id: "offi_1", name: "Cán bộ tỉnh", province_code: "19", level: "province", illustrative: false }
const ministry: RegisterActor = { ...province, id: "offi_2", name: "Cán bộ bộ", province_code: null, level: "ministry" }
const withdrawal = { ground: "law_violated" as const, revoked_on: "2026-11-01", document_no: "12/QĐ-BNNMT", concluded_on: "2026-10-10", reason: null }

test("a withdrawal happens once, a prolongation ends where the law says", async () => {
  const recognition = await recognised("2026-06-01")
  const prolong = (until: string) => running.service.prolongRecognition({ id: recognition.id, until, document_no: "1/QĐ" }, ministry, TODAY)
  await expect(prolong("2029-11-29")).rejects.toMatchObject({ code: "ocop.prolongation_too_long" })
  await expect(prolong("2029-06-01")).rejects.toMatchObject({ code: "ocop.prolongation_too_long" })
  expect((await prolong("2029-11-28")).recognition.prolonged_until).toBe("2029-11-28")
  const withdrawn = await running.service.withdrawRecognition({ id: recognition.id, ...withdrawal }, ministry, TODAY)
  expect(withdrawn).toMatchObject({ recognition: { announced_status: "revoked" }, warnings: ["late_by_days:7"] })
  await expect(running.service.withdrawRecognition({ id: recognition.id, ...withdrawal }, ministry, TODAY)).rejects.toMatchObject({ code: "ocop.already_revoked" })
  const acts = await running.service.listRegisterActs({ ocop_product_id: recognition.ocop_product_id }, { order: { created_at: "ASC" } })
  expect(acts).toMatchObject([{ act: "prolong", document_no: "1/QĐ" }, { act: "revoke", actor_name: "Cán bộ bộ", document_no: "12/QĐ-BNNMT", warnings: ["late_by_days:7"] }])
  expect(acts[1]?.fields).toContainEqual({ field: "revocation_ground", before: null, after: "law_violated" })
})

test("a day that can't be and a desk that may not are refused, and nothing is written", async () => {
  const recognition = await recognised("2026-06-01")
  const withdraw = (change: Partial<typeof withdrawal>, actor = ministry) => running.service.withdrawRecognition({ id: recognition.id, ...withdrawal, ...change }, actor, TODAY)
  await expect(withdraw({ revoked_on: "2026-11-23" })).rejects.toMatchObject({ code: "ocop.revoked_in_future" })
  await expect(withdraw({ revoked_on: "2026-05-31", concluded_on: "2026-05-01" })).rejects.toMatchObject({ code: "ocop.revoked_before_issue" })
  await expect(withdraw({ concluded_on: "2026-11-02" })).rejects.toMatchObject({ code: "ocop.concluded_after_revoked" })
  await expect(withdraw({}, province)).rejects.toMatchObject({ code: "ocop.not_competent" })
  await expect(withdraw({}, { ...province, province_code: "04" })).rejects.toMatchObject({ code: "ocop.outside_province" })
  const enter = (star: 3 | 4 | 5, actor: RegisterActor, issued_on = "2026-07-01") => running.service.enterRecognition({ ocop_product_id: recognition.ocop_product_id, star, issued_on, source: "spec" }, actor, TODAY)
  await expect(enter(5, province)).rejects.toMatchObject({ code: "ocop.not_competent", details: { competent: "ministry" } })
  await expect(enter(4, ministry)).rejects.toMatchObject({ code: "ocop.not_competent", details: { competent: "province" } })
  await expect(enter(3, { ...province, level: "commune" })).rejects.toMatchObject({ code: "ocop.not_competent" })
  expect(await running.service.listRegisterActs({ ocop_product_id: recognition.ocop_product_id })).toEqual([])
  expect(await enter(4, province)).toMatchObject({ recognition: { star: 4 }, warnings: [] })
  await expect(enter(4, province)).rejects.toMatchObject({ code: "ocop.already_recognised" })
  // The certificate of June has been replaced: nobody prolongs it.
  await expect(running.service.prolongRecognition({ id: recognition.id, until: "2029-07-01", document_no: "1/QĐ" }, ministry, TODAY)).rejects.toMatchObject({ code: "ocop.replaced_already" })
})

test("two withdrawals at once leave one and one line of history", async () => {
  const recognition = await recognised("2026-06-01")
  const both = await Promise.allSettled([1, 2].map(() => running.service.withdrawRecognition({ id: recognition.id, ...withdrawal }, ministry, TODAY)))
  expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await running.service.listRegisterActs({ ocop_product_id: recognition.ocop_product_id })).toHaveLength(1)
})

test("the history of the register stays as it was written", async () => {
  const [line] = await running.service.listRegisterActs({}, { take: 1 })
  await expect(running.service.updateRegisterActs({ id: line?.id as string, actor_name: "Người khác" })).rejects.toThrow(/append-only/)
  await expect(running.service.deleteRegisterActs([line?.id as string])).rejects.toThrow(/append-only/)
})

test("a shop becomes the producer by an official's word alone, and may then enter where else it sells", async () => {
  const { ocop_product_id } = await recognised("2026-06-01")
  const shop: RegisterActor = { type: "seller", id: "sel_1", name: "HTX", province_code: null, level: "seller", illustrative: false }
  const sale = { ocop_product_id, url: "https://shopee.vn/che-dinh#anh", evidence: null, checked: true }
  await expect(running.service.addExternal(sale, shop, TODAY)).rejects.toMatchObject({ code: "ocop.not_the_owner" })
  const owner = { ocop_product_id, seller_id: "sel_1", seller_name: "HTX", evidence: "Giấy đăng ký kinh doanh" }
  const ownerId = await running.service.nameOwner(owner, province, TODAY)
  await expect(running.service.nameOwner(owner, province, TODAY)).rejects.toMatchObject({ code: "ocop.owner_already" })
  const id = await running.service.addExternal(sale, shop, TODAY)
  const [entered] = await running.service.listExternalListings({ id })
  // What the shop says of itself is no check.
  expect(entered).toMatchObject({ url: "https://shopee.vn/che-dinh", platform: "shopee", last_checked_on: null, check_result: null })
  await expect(running.service.addExternal({ ...sale, url: "https://shopee.vn/che-dinh" }, province, TODAY)).rejects.toMatchObject({ code: "ocop.external_known" })
  await expect(running.service.addExternal({ ...sale, url: "javascript:alert(1)" }, province, TODAY)).rejects.toMatchObject({ code: "ocop.wrong_url" })
  await running.service.checkExternal({ id, ocop_product_id, result: "on_sale", evidence: "Gian hàng HTX" }, province, TODAY)
  expect(await running.service.listExternalListings({ id })).toMatchObject([{ last_checked_on: TODAY, check_result: "on_sale", checked_by_name: "Cán bộ tỉnh" }])
  await expect(running.service.checkExternal({ id, ocop_product_id: "ocop_other", result: "gone", evidence: null }, ministry, TODAY)).rejects.toMatchObject({ code: "ocop.unknown_register_product" })
  await running.service.removeExternal({ id, ocop_product_id }, province)
  expect(await running.service.listExternalListings({ ocop_product_id })).toEqual([])
  await running.service.endOwner({ id: ownerId, ocop_product_id }, province, TODAY)
  expect(await running.service.isOwner(ocop_product_id, "sel_1")).toBe(false)
  expect((await running.service.listRegisterActs({ ocop_product_id }, { order: { created_at: "ASC", id: "ASC" } })).map((line) => line.act)).toEqual(["name_owner", "add_external", "check_external", "remove_external", "end_owner"])
})

test("the nightly run finds what passed into another status once", async () => {
  const recognition = await recognised("2026-06-01")
  const later = await running.service.listUnannounced("2028-12-03")
  expect(later.find((row) => row.id === recognition.id)?.status).toBe("expiring")
  await running.service.markAnnounced(later)
  expect(await running.service.listUnannounced("2028-12-03")).toEqual([])
})

test("a listing proposes the registered product", async () => {
  await recognised("2026-06-01")
  const [best] = await running.service.proposeMatches({ title: "che dinh tan cuong 200g", seller_name: "Hợp tác xã chè Hảo Đạt", commune_code: "05503" })
  expect(best?.ocop_product.name).toBe("Chè Đinh Tân Cương")
  expect(await running.service.proposeMatches({ title: "Áo thun", seller_name: "Thời trang", commune_code: null })).toEqual([])
  expect((await running.service.searchRegister({ q: "hao dat", limit: 1, offset: 0 })).count).toBeGreaterThan(0)
})
