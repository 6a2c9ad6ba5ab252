import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { DossierLaw } from "./rows"
import { emptyForm } from "./rules/dossier-form"
import type { DossierActor } from "./rules/roles-on-dossier"
import type DossierModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
const producer: DossierActor = { type: "producer", id: "m1", name: "Người bán", seller_id: "sel_1" }
const official = (id: string, role: "commune" | "province" | "council", unit_code: string): DossierActor => ({ type: "official", id, name: id, role, unit_code })
const commune = official("c", "commune", "05503")
const province = official("p", "province", "19")
const FILLED = {
  ...emptyForm(),
  product_name: "Chè", product_description: "x", applicant_name: "HTX", organisation_kind: "cooperative_group" as const, address: "x", phone: "0900000001",
  representative_name: "x", representative_position: "x", history: "x", raw_materials: "x", markets: "x", business_results: "x", plan: "x", samples: 5,
}

let running: RunningModule<DossierModuleService>
let store: DossierModuleService

const law = (dossier_version: number): DossierLaw => ({
  dossier_version,
  legal_version: "QD26-2026",
  criteria: [{ no: "1.1", title: "x" }],
  samples_required: true,
  former_expires_on: null,
  renewal: { renewal_opens_days: 180, renewal_closes_days: 120, prolongation_max_days: 180 },
  assertChoices() {},
  unanswered: () => [],
  rate: (sheets) => ({ average: "75.00", band: 4, star: 4, capped_by: [], members: sheets.length }),
  mayRecognise: (level, star) => (star === 5 ? level === "ministry" : level === "province"),
  issuers: { province: "UBND tỉnh", ministry: "Bộ" },
  highest_serial: 7,
})

beforeAll(async () => {
  running = await startModule("dossier", resolve(ROOT, ".medusa/server/src/modules/dossier"), "spec_dossier")
  store = running.service
  const rounds = [{ received_before: "04-30", decided_before: "06-30" }, { received_before: "10-30", decided_before: "12-30" }]
  await store.importDossierLaw({
    calendar: [],
    terms: [{ id: "t", legal_version: "QD26-2026", commune_working_days: 15, re_rating_days: 45, province_rounds: rounds, ministry_rounds: rounds, quorum_members: 2, quorum_of: 3, confidence: "unconfirmed", legal_basis: "spec", source: "spec" }],
  })
})
afterAll(() => running?.stop())

async function drafted(ocop_product_id: string | null = null): Promise<string> {
  const id = await store.createDossier({ seller_id: "sel_1", kind: ocop_product_id ? "upgrade" : "first", commune_code: "05503", province_code: "19", product_set_no: 11, ocop_product_id, listing_id: null, form: { ...FILLED, changes: "x" }, illustrative: false }, producer)
  await store.editDossier(id, producer, { version: 1, self_assessment: { "1.1": { option: 1, description: null } } }, law(1))
  return id
}

const act = async (id: string, actor: DossierActor, input: object) => {
  const { version } = (await store.view(id, actor)).dossier
  return (await store.act(id, actor, { ...input, version } as never, law(version))).dossier
}

async function beforeCouncil(): Promise<string> {
  const id = await drafted()
  await act(id, producer, { act: "submit" })
  await act(id, commune, { act: "report", report: { local_material: "x", local_labour: "x", idea_origin: "x", local_identity: "x" } })
  await act(id, commune, { act: "forward", letter_no: "1", letter_date: "2026-06-01", samples: 5 })
  await act(id, province, { act: "consult", consultants: [{ official_id: "k", name: "k", organisation: null }] })
  await act(id, province, { act: "advise", advice: { summary: "x", surveyed_on: null, survey_note: null, tests_note: null, recommendation: "put_to_council" } })
  const council_id = await store.saveCouncil({ level: "province", province_code: "19", name: "x", decision_no: null, decided_on: null, illustrative: false, members: [{ official_id: "a", name: "a", organisation: null, role: "chair" }, { official_id: "b", name: "b", organisation: null, role: "secretary" }, { official_id: "d", name: "d", organisation: null, role: "member" }] }, null)
  await act(id, province, { act: "open_council", council_id })
  return id
}

async function scored(): Promise<string> {
  const id = await beforeCouncil()
  for (const member of ["a", "d"]) await store.saveSheet(id, official(member, "council", "19"), { version: 1, options: { "1.1": 1 }, comments: {}, general_comment: null, hand_in: true }, law((await store.view(id, province)).dossier.version))
  await act(id, official("b", "council", "19"), { act: "close_council", minutes: { held_on: "2026-06-10", place: null, discussion: null, conclusion: null } })
  return id
}

test("the history is only added to", async () => {
  const id = await drafted()
  const [event] = await store.listDossierEvents({ dossier_id: id })
  if (!event) throw new Error("no event")
  await expect(store.updateDossierEvents([{ id: event.id, note: "anders" }])).rejects.toThrow(/append-only/)
  await expect(store.deleteDossierEvents([event.id])).rejects.toThrow(/append-only/)
})

test("twenty submissions at once get twenty numbers, one after the other", async () => {
  const ids: string[] = []
  for (let i = 0; i < 20; i += 1) ids.push(await drafted())
  const before = (await store.listDossierSerials({})).find(({ id }) => id.startsWith("receipt:05503"))?.last ?? 0
  const numbers = await Promise.all(ids.map(async (id) => Number((await act(id, producer, { act: "submit" })).receipt_no?.split("-")[0])))
  expect(numbers.sort((a, b) => a - b)).toEqual(ids.map((_, i) => before + i + 1))
}, 60_000)

test("law read for another version of the dossier is not applied", async () => {
  const id = await drafted()
  const { version } = (await store.view(id, producer)).dossier
  await expect(store.act(id, producer, { act: "submit", version }, law(version - 1))).rejects.toMatchObject({ code: "dossier.changed_meanwhile" })
})

test("one product has one open dossier, by the database too", async () => {
  await drafted("ocop_one")
  await expect(drafted("ocop_one")).rejects.toMatchObject({ code: "dossier.already_open" })
  const id = await drafted("ocop_two")
  await expect(store.updateDossiers([{ id, ocop_product_id: "ocop_one" }])).rejects.toThrow()
})

test("a recognition waits for the register; undone, all is as before and the history tells both", async () => {
  const id = await scored()
  const before = (await store.view(id, province)).dossier
  const decided = await act(id, province, { act: "recognise", decision_no: "9/QĐ", decided_on: "2026-06-11", issued_by: null })
  expect(decided).toMatchObject({ state: "recognised", star: 4, registration: "pending", product_code: "19-05503-8-2026", due_on: null })
  expect(await store.listDossiers({ registration: "pending" })).toHaveLength(1)
  await store.undoRecognition(id, { state: "council_scored", decision: null })
  const after = (await store.view(id, province)).dossier
  expect(after).toMatchObject({ state: "council_scored", star: null, decision: null, product_code: null, registration: "none", due_on: before.due_on, clock_on: before.clock_on })
  const events = await store.listDossierEvents({ dossier_id: id }, { order: { version: "ASC" } })
  expect(events.slice(-2).map(({ act: done }) => done)).toEqual(["recognise", "registration_failed"])
  // Nothing that is registered can be undone.
  await act(id, province, { act: "recognise", decision_no: "9/QĐ", decided_on: "2026-06-11", issued_by: null })
  await store.finishRegistration(id, "ocop_x")
  await store.undoRecognition(id, { state: "council_scored", decision: null })
  expect((await store.view(id, province)).dossier.state).toBe("recognised")
}, 30_000)

test("the list holds just what each may see one by one", async () => {
  const ids = [await drafted(), await scored(), await drafted()]
  await act(ids[2] ?? "", producer, { act: "submit" })
  const withdrawn = await drafted()
  await act(withdrawn, producer, { act: "withdraw", note: null })
  // One who steps out of one dossier keeps the others.
  await act(await beforeCouncil(), official("d", "council", "19"), { act: "recuse", reason: "x" })
  const people = [producer, commune, province, official("x", "commune", "05504"), official("x", "province", "04"), official("a", "council", "19"), official("d", "council", "19"), official("zz", "council", "19"), official("k", "council", "19"), { type: "operator", id: "u", name: "u" } as DossierActor]
  const all = await store.listDossiers({}, { select: ["id"] })
  for (const actor of people) {
    const listed = await store.listFor(actor, { limit: 200, offset: 0 })
    const seen = []
    for (const { id } of all) if (await store.view(id, actor).catch(() => null)) seen.push(id)
    expect(listed.ids.toSorted(), JSON.stringify(actor)).toEqual(seen.sort())
    expect(listed.count).toBe(seen.length)
  }
})
