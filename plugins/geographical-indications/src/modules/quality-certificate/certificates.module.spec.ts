import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { CERTIFICATE_STATES } from "./rules/certificate-state"
import type QualityCertificateModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
const TODAY = "2026-11-22"
const seller = { type: "seller" as const, id: "mem_1", name: "HTX A", illustrative: false }
const official = { type: "official" as const, id: "offi_1", name: "Cán bộ xã", illustrative: false }
const gtin = { seller_id: "sel_1", commune_code: "05503", province_code: "19", kind: "gtin" as const, holder_name: "HTX A", number: "8938500000010" }
const vietgap = { ...gtin, kind: "vietgap" as const, number: "VietGAP-TT-13-02-19-0001", issuer: "Tổ chức B", issued_on: "2025-01-01", expires_on: "2999-12-31" }
const scan = { key: "k1", name: "a.pdf", type: "application/pdf", bytes: 4, sha256: "00" }

let running: RunningModule<QualityCertificateModuleService>

beforeAll(async () => {
  running = await startModule("qualityCertificate", resolve(ROOT, ".medusa/server/src/modules/quality-certificate"), "spec_quality_certificate")
})
afterAll(() => running?.stop())

test("a wrong number is refused at its field and nothing is stored", async () => {
  await expect(running.service.addCertificate({ ...gtin, number: "8938500000019" }, seller, TODAY)).rejects.toMatchObject({
    code: "quality_certificates.paper_wrong",
    fields: { number: { vi: expect.stringContaining("chữ số kiểm tra") } },
  })
  expect(await running.service.listQualityCertificates({})).toEqual([])
  expect(await running.service.listQualityCertificateEvents({})).toEqual([])
})

test("one shop hands in one number of a kind once, however it is written; another shop may", async () => {
  const { id } = await running.service.addCertificate({ ...gtin, number: "893 850 000 0010" }, seller, TODAY)
  await expect(running.service.addCertificate(gtin, seller, TODAY)).rejects.toMatchObject({ code: "quality_certificates.exists" })
  await running.service.addCertificate({ ...gtin, seller_id: "sel_2" }, seller, TODAY)
  await running.service.review(id, { review: "rejected", reason: "Không đọc được mã vạch." }, official)
  await running.service.addCertificate(gtin, seller, TODAY)
})

test("one number handed in many times at once is stored once, and all others are told so", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => running.service.addCertificate({ ...gtin, seller_id: "sel_race" }, seller, TODAY)))
  const refusals = tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []))
  expect(refusals).toEqual(Array(5).fill("quality_certificates.exists"))
})

test("what is confirmed without a scan says where the original was seen, and is confirmed once", async () => {
  const { id } = await running.service.addCertificate({ ...gtin, seller_id: "sel_3", expires_on: null }, seller, TODAY)
  await expect(running.service.review(id, { review: "confirmed", reason: null }, official)).rejects.toMatchObject({ code: "quality_certificates.reason_needed" })
  expect(await running.service.putEvidence(id, scan, seller)).toEqual({ former: null })
  expect(await running.service.putEvidence(id, { ...scan, key: "k2" }, seller)).toEqual({ former: "k1" })
  const decisions = await Promise.allSettled([
    running.service.review(id, { review: "confirmed", reason: null }, official),
    running.service.review(id, { review: "rejected", reason: "Ảnh mờ, không đọc được." }, { ...official, id: "offi_2" }),
  ])
  expect(decisions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(running.service.putEvidence(id, scan, seller)).rejects.toMatchObject({ code: "quality_certificates.already_reviewed" })
})

test("only a confirmed paper is withdrawn, once, and the log keeps every act", async () => {
  const { id } = await running.service.addCertificate({ ...vietgap, expires_on: "2027-06-30" }, seller, TODAY)
  const revocation = { revoked_on: TODAY, reason: "Tổ chức chứng nhận đã huỷ." }
  await expect(running.service.revoke(id, revocation, official)).rejects.toMatchObject({ code: "quality_certificates.not_confirmed" })
  await running.service.review(id, { review: "confirmed", reason: "Đã xem bản chính tại xã." }, official)
  await running.service.revoke(id, { ...revocation, revoked_on: "2126-01-01" }, official)
  await running.service.revoke(id, revocation, official)
  await expect(running.service.revoke(id, revocation, official)).rejects.toMatchObject({ code: "quality_certificates.not_confirmed" })
  const { events } = await running.service.describeCertificate(id)
  expect(events.map(({ action }) => action)).toEqual(["added", "confirmed", "revoked", "revoked"])
  await expect(running.service.deleteQualityCertificateEvents(events.map((event) => event.id))).rejects.toThrow(/append-only/)
})

test("a state asked of the database is the state the rules give, and areas and shops see their own", async () => {
  await running.service.addCertificate({ ...vietgap, number: "VietGAP-TT-13-02-04-0002", commune_code: "01477", province_code: "04", expires_on: "2027-06-30" }, seller, TODAY)
  const all = { limit: 100, offset: 0 }
  const { certificates, count } = await running.service.searchCertificates(all)
  expect(count).toBe(certificates.length)
  for (const state of CERTIFICATE_STATES) {
    const asked = await running.service.searchCertificates({ ...all, state })
    expect(asked.certificates.map((one) => one.id).sort()).toEqual(certificates.filter((one) => one.state === state).map((one) => one.id).sort())
  }
  for (const area of ["19", "04", "05503", "01477"]) {
    const asked = await running.service.searchCertificates({ ...all, area })
    expect(asked.certificates.map((one) => one.id).sort()).toEqual(
      certificates.filter((one) => [one.province_code, one.commune_code].includes(area)).map((one) => one.id).sort(),
    )
    expect(asked.count).toBeGreaterThan(0)
  }
  expect((await running.service.searchCertificates({ ...all, seller_id: "sel_3" })).count).toBe(1)
})
