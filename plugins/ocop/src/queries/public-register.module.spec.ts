import { resolve } from "node:path"
import { createPgConnection } from "@medusajs/framework/utils"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { latestRecognition, recognitionStatus } from "../modules/ocop/rules/recognition-status"
import type OcopModuleService from "../modules/ocop/service"
import { LATEST_RECOGNITIONS } from "./search-public-register"

const DATABASE = "spec_public_register"
let running: RunningModule<OcopModuleService>
let db: ReturnType<typeof createPgConnection>

beforeAll(async () => {
  running = await startModule("ocop", resolve(__dirname, "../../.medusa/server/src/modules/ocop"), DATABASE)
  const url = new URL(process.env.TEST_DATABASE_URL ?? "")
  url.pathname = `/${DATABASE}`
  db = createPgConnection({ clientUrl: url.href, schema: "public" })
})
afterAll(async () => {
  await db?.destroy()
  await running?.stop()
})

type Dates = { issued_on: string; expires_on: string; renewal_opens_on: string | null; prolonged_until: string | null; revoked_on: string | null }
const usual: Dates = { issued_on: "2026-01-10", expires_on: "2029-01-10", renewal_opens_on: "2028-07-14", prolonged_until: null, revoked_on: null }

/** Histories of one product each; the days below stand on and around every one of their dates. */
const HISTORIES: Dates[][] = [
  [usual],
  [{ ...usual, renewal_opens_on: null }],
  [{ ...usual, prolonged_until: "2029-03-01" }],
  [{ ...usual, revoked_on: "2027-05-05" }],
  [{ ...usual, prolonged_until: "2029-03-01", revoked_on: "2029-02-01" }],
  [usual, { ...usual, issued_on: "2028-12-01", expires_on: "2031-12-01", renewal_opens_on: "2031-06-04" }],
  [usual, { ...usual, issued_on: "2028-12-01", expires_on: "2031-12-01", renewal_opens_on: null, revoked_on: "2029-02-01" }],
  [{ ...usual, revoked_on: "2027-05-05" }, { ...usual, revoked_on: "2027-06-06" }],
  [{ ...usual, prolonged_until: "2029-02-01", revoked_on: "2029-02-20" }, { ...usual, prolonged_until: "2029-03-01", revoked_on: "2029-02-20" }],
  [{ ...usual, renewal_opens_on: null, revoked_on: "2029-02-20" }, { ...usual, revoked_on: "2029-02-20" }],
  [{ ...usual, revoked_on: "2026-01-20" }, { ...usual, expires_on: "2028-01-10", renewal_opens_on: "2027-07-14" }],
]
const aroundEach = (day: string) => [-1, 0, 1].map((by) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10))
const DAYS = [...new Set(HISTORIES.flat().flatMap((dates) => Object.values(dates).flatMap((day) => (day ? aroundEach(day) : []))))].sort()

test("the register's SQL and the rules agree on every day around every date", async () => {
  const entry = { name: "Chè", producer_name: "HTX", producer_kind: "cooperative" as const, commune_code: "05503", province_code: "19", product_set_no: 11, source: "spec", confidence: "high" as const }
  const histories = []
  for (const [at, history] of HISTORIES.entries()) {
    const [ocop_product_id = ""] = await running.service.saveRegisterProducts([{ ...entry, name: `Chè ${at}` }])
    const rows = history.map((dates, nth) => ({ id: `rec_${at}_${nth}`, ocop_product_id, star: 3 + nth, legal_version: "QD26-2026", certificate_code: `CP-0000-00${at}${nth}`, source: "spec", ...dates }))
    await db("ocop_recognition").insert(rows)
    histories.push({ ocop_product_id, rows })
  }
  const seen = new Set<string>()
  for (const today of DAYS) {
    const { rows: found } = await db.raw<{ rows: { product_id: string; certificate_code: string; status: string }[] }>(LATEST_RECOGNITIONS, { today })
    const said = new Map(found.map((row) => [row.product_id, [row.certificate_code, row.status]]))
    for (const { ocop_product_id, rows } of histories) {
      const latest = latestRecognition(rows, today)
      const status = latest && recognitionStatus(latest, today)
      if (status) seen.add(status)
      expect(said.get(ocop_product_id) ?? null, `${rows[0]?.certificate_code} on ${today}`).toEqual(latest && [latest.certificate_code, status])
    }
  }
  expect([...seen].sort()).toEqual(["expired", "expiring", "prolonged", "revoked", "valid"])
})
