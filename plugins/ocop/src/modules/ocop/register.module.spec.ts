import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
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

test("a withdrawal happens once, a prolongation ends where the law says", async () => {
  const recognition = await recognised("2026-06-01")
  await expect(running.service.prolongRecognition(recognition.id, "2029-11-29")).rejects.toMatchObject({ code: "ocop.prolongation_too_long" })
  expect((await running.service.prolongRecognition(recognition.id, "2029-11-28")).prolonged_until).toBe("2029-11-28")
  expect((await running.service.revokeRecognition(recognition.id, "2026-11-01", "spec")).announced_status).toBe("revoked")
  await expect(running.service.revokeRecognition(recognition.id, "2026-11-02", "spec")).rejects.toMatchObject({ code: "ocop.already_revoked" })
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
