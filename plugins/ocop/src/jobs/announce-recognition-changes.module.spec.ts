import { resolve } from "node:path"
import { addDays, todayInVietnam } from "@cho-phien/administrative-units"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { afterAll, beforeAll, expect, test } from "vitest"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"
import announceRecognitionChanges from "./announce-recognition-changes"

let running: RunningModule<OcopModuleService>
const told: string[] = []
let busIsDown = false

/** The real register, and an event bus that writes down what it is told, or fails. */
const container = {
  resolve(name: string) {
    if (name === OCOP_MODULE) return running.service
    if (name === ContainerRegistrationKeys.LOGGER) return { info: () => undefined }
    if (name !== Modules.EVENT_BUS) throw new Error(name)
    return {
      emit: async (events: { data: { ocop_product_id: string } }[]) => {
        if (busIsDown) throw new Error("the bus is down")
        told.push(...events.map((event) => event.data.ocop_product_id))
      },
    }
  },
} as unknown as MedusaContainer

beforeAll(async () => {
  running = await startModule("ocop", resolve(__dirname, "../..", ".medusa/server/src/modules/ocop"), "spec_ocop_job")
  const law = { valid_to: null, renewal_closes_days: 120, min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30, legal_basis: "spec", source: "spec" }
  await running.service.importLaw({
    legal_versions: [{ ...law, id: "law_1", version: "QD26-2026", name: "26", valid_from: "2018-01-01", validity_months: 36, renewal_opens_days: 180, prolongation_max_days: 180, confidence: "confirmed" }],
    product_sets: [],
  })
})
afterAll(() => running?.stop())

/** A certificate whose status was last announced on `announced`, and has since run on to today. */
async function entered(expires_on: string, announced: string): Promise<string> {
  const [id = ""] = await running.service.saveRegisterProducts([{ name: `Chè ${expires_on} ${announced}`, province_code: "19", source: "spec", confidence: "high" }])
  await running.service.recordRecognitions([{ ocop_product_id: id, star: 4, issued_on: addDays(expires_on, -1096), expires_on, source: "spec" }], announced)
  return id
}

test("a status that the date alone changed is told once, however often the job runs; what did not change is not told", async () => {
  const today = todayInVietnam()
  const expired = await entered(addDays(today, -1), addDays(today, -2))
  const expiring = await entered(addDays(today, 180), addDays(today, -1))
  await entered(addDays(today, 181), addDays(today, -1))
  await entered(today, today)
  await announceRecognitionChanges(container)
  expect([...told].sort()).toEqual([expired, expiring].sort())
  await announceRecognitionChanges(container)
  await announceRecognitionChanges(container)
  expect(told).toHaveLength(2)
})

test("a run that fails tells again the next time", async () => {
  const today = todayInVietnam()
  const expired = await entered(addDays(today, -3), addDays(today, -10))
  told.length = 0
  busIsDown = true
  await expect(announceRecognitionChanges(container)).rejects.toThrow("the bus is down")
  busIsDown = false
  await announceRecognitionChanges(container)
  expect(told).toEqual([expired])
})
