import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import type { MedusaContainer } from "@medusajs/framework/types"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { OversightModuleService } from "../modules/oversight"

const OFFICE = { unit_code: "19", illustrative: false }

let appoint: typeof import("./appoint").appoint
let running: RunningModule<OversightModuleService>
const container = { resolve: () => running.service } as unknown as MedusaContainer

beforeAll(async () => {
  running = await startModule("oversight", resolve(__dirname, "../..", ".medusa/server/src/modules/oversight"), "spec_oversight")
  // Only now: with it come links to modules that don't run here, and the start of a module would look for them.
  ;({ appoint } = await import("./appoint"))
})
afterAll(() => running?.stop())

const person = (last: number, name = `Người ${last}`) => ({ phone: `09120000${String(last).padStart(2, "0")}`, name, organisation: null })

test("many who appoint the same new people at once all get the same officials, whatever the order they name them in", async () => {
  const people = [person(1), person(2), person(3)]
  const rounds = await Promise.all(
    Array.from({ length: 12 }, (_, i) => appoint(container, OFFICE, i % 2 ? people : [...people].reverse(), i % 3 ? "council" : "consultant", "members")),
  )
  const ids = rounds.map((round) => round.map(({ official_id }) => official_id).sort().join())
  expect(new Set(ids).size).toBe(1)
  expect(await running.service.listOfficials({ phone: ["+84912000001", "+84912000002", "+84912000003"] })).toHaveLength(3)
})

test("who is an official already stays what they are, beside one who becomes one", async () => {
  const [known] = await running.service.createOfficials([{ name: "Cán bộ xã", phone: "+84912000011", role: "commune", unit_code: "05503" }])
  const appointed = await appoint(container, OFFICE, [person(12), person(11, "Tên khác")], "council", "members")
  expect(appointed.map(({ name }) => name)).toEqual(["Người 12", "Tên khác"])
  expect(appointed[1]?.official_id).toBe(known?.id)
  const [stays] = await running.service.listOfficials({ phone: "+84912000011" })
  expect(stays).toMatchObject({ name: "Cán bộ xã", role: "commune", unit_code: "05503" })
  const [became] = await running.service.listOfficials({ phone: "+84912000012" })
  expect(became).toMatchObject({ id: appointed[0]?.official_id, name: "Người 12", role: "council", unit_code: "19", illustrative: false })
})
