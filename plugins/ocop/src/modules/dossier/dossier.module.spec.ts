import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { DossierSteps, law, loadTerms, commune, official, producer, province } from "../../../testing/dossier-steps"
import type { DossierActor } from "./rules/roles-on-dossier"
import type DossierModuleService from "./service"

const ROOT = resolve(__dirname, "../../..")
let running: RunningModule<DossierModuleService>
let store: DossierModuleService
let steps: DossierSteps

beforeAll(async () => {
  running = await startModule("dossier", resolve(ROOT, ".medusa/server/src/modules/dossier"), "spec_dossier")
  store = running.service
  await loadTerms(store)
  steps = new DossierSteps(store)
})
afterAll(() => running?.stop())

test("the history is only added to", async () => {
  const id = await steps.drafted()
  const [event] = await store.listDossierEvents({ dossier_id: id })
  if (!event) throw new Error("no event")
  await expect(store.updateDossierEvents([{ id: event.id, note: "anders" }])).rejects.toThrow(/append-only/)
  await expect(store.deleteDossierEvents([event.id])).rejects.toThrow(/append-only/)
})

test("twenty submissions at once get twenty numbers, one after the other", async () => {
  const ids: string[] = []
  for (let i = 0; i < 20; i += 1) ids.push(await steps.drafted())
  const before = (await store.listDossierSerials({})).find(({ id }) => id.startsWith("receipt:05503"))?.last ?? 0
  const numbers = await Promise.all(ids.map(async (id) => Number((await steps.act(id, producer, { act: "submit" })).receipt_no?.split("-")[0])))
  expect(numbers.sort((a, b) => a - b)).toEqual(ids.map((_, i) => before + i + 1))
}, 60_000)

test("law read for another version of the dossier is not applied", async () => {
  const id = await steps.drafted()
  const { version } = (await store.view(id, producer)).dossier
  await expect(store.act(id, producer, { act: "submit", version }, law(version - 1))).rejects.toMatchObject({ code: "dossier.changed_meanwhile" })
})

test("one product has one open dossier, by the database too", async () => {
  await steps.drafted("ocop_one")
  await expect(steps.drafted("ocop_one")).rejects.toMatchObject({ code: "dossier.already_open" })
  const id = await steps.drafted("ocop_two")
  await expect(store.updateDossiers([{ id, ocop_product_id: "ocop_one" }])).rejects.toThrow()
})

test("a recognition waits for the register; undone, all is as before and the history tells both", async () => {
  const id = await steps.scored()
  const before = (await store.view(id, province)).dossier
  const decided = await steps.act(id, province, { act: "recognise", decision_no: "9/QĐ", decided_on: "2026-06-11", issued_by: null })
  expect(decided).toMatchObject({ state: "recognised", star: 4, registration: "pending", product_code: "19-05503-8-2026", due_on: null })
  expect(await store.listDossiers({ registration: "pending" })).toHaveLength(1)
  await store.undoRecognition(id, { state: "council_scored", decision: null })
  const after = (await store.view(id, province)).dossier
  expect(after).toMatchObject({ state: "council_scored", star: null, decision: null, product_code: null, registration: "none", due_on: before.due_on, clock_on: before.clock_on })
  const events = await store.listDossierEvents({ dossier_id: id }, { order: { version: "ASC" } })
  expect(events.slice(-2).map(({ act: done }) => done)).toEqual(["recognise", "registration_failed"])
  // Nothing that is registered can be undone.
  await steps.act(id, province, { act: "recognise", decision_no: "9/QĐ", decided_on: "2026-06-11", issued_by: null })
  await store.finishRegistration(id, "ocop_x")
  await store.undoRecognition(id, { state: "council_scored", decision: null })
  expect((await store.view(id, province)).dossier.state).toBe("recognised")
}, 30_000)

test("the list holds just what each may see one by one", async () => {
  const ids = [await steps.drafted(), await steps.scored(), await steps.drafted()]
  await steps.act(ids[2] ?? "", producer, { act: "submit" })
  const withdrawn = await steps.drafted()
  await steps.act(withdrawn, producer, { act: "withdraw", note: null })
  // One who steps out of one dossier keeps the others.
  await steps.act(await steps.beforeCouncil(), official("d", "council", "19"), { act: "recuse", reason: "x" })
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

test("the list keeps to a product set and stands in the order asked for, the same on every page and either way round", async () => {
  const there = official("s", "commune", "05600")
  const made: Record<string, string> = {}
  for (const [product_name, product_set_no] of [["Đường phèn", 7], ["Ấm chè", 11], ["Dưa muối", 7], ["Dưa muối", 11]] as const) {
    const id = await steps.drafted(null, { product_name, product_set_no, commune_code: "05600" })
    await steps.act(id, producer, { act: "submit" })
    made[`${product_name} ${product_set_no}`] = id
  }
  const names = async (sort: { by: "name" | "deadline" | "submitted" | "commune"; descending: boolean }, more: { product_set_no?: number } = {}) => {
    const pages = []
    for (let offset = 0; offset < 6; offset += 2) pages.push(...(await store.listFor(there, { limit: 2, offset, sort, ...more })).viewed)
    return pages.map(({ dossier }) => dossier)
  }
  const [first, second] = [made["Dưa muối 7"] ?? "", made["Dưa muối 11"] ?? ""].sort()
  // Đ after D, Ấ by A, and what has one name by its id both ways.
  expect((await names({ by: "name", descending: false })).map(({ id }) => id)).toEqual([made["Ấm chè 11"], first, second, made["Đường phèn 7"]])
  expect((await names({ by: "name", descending: true })).map(({ id }) => id)).toEqual([made["Đường phèn 7"], first, second, made["Ấm chè 11"]])
  expect((await names({ by: "name", descending: false }, { product_set_no: 7 })).map(({ product_name }) => product_name)).toEqual(["Dưa muối", "Đường phèn"])
  const filtered = await store.listFor(there, { limit: 1, offset: 0, product_set_no: 7 })
  expect(filtered.count).toBe(2)
  expect([...filtered.by_set]).toEqual([[7, 2], [11, 2]])

  // Who has no deadline stands last, whichever way.
  const [waiting, ...others] = Object.values(made)
  await steps.act(waiting ?? "", there, { act: "return_to_producer", note: "x" })
  await store.updateDossiers([{ id: others[0] ?? "", due_on: "2026-01-01", submitted_on: "2020-05-05" }])
  const byDue = (await names({ by: "deadline", descending: false })).map(({ id }) => id)
  expect([byDue[0], byDue[3]]).toEqual([others[0], waiting])
  expect((await names({ by: "deadline", descending: true })).map(({ id }) => id).slice(2)).toEqual([others[0], waiting])
  expect((await names({ by: "submitted", descending: false })).map(({ id }) => id)[0]).toBe(others[0])
  expect((await names({ by: "submitted", descending: true })).map(({ id }) => id)[3]).toBe(others[0])
}, 30_000)

test("by commune the list goes by the names of the communes, and within one by the product", async () => {
  const names = new Map([["05700", "Ấm Thượng"], ["05701", "Đại Phúc"], ["05702", "Dân Tiến"]])
  const ids = []
  for (const [commune_code, product_name] of [["05701", "Chè"], ["05702", "Chè"], ["05700", "Mật"], ["05700", "Chè"]] as const) {
    const id = await steps.drafted(null, { product_name: `xếp ${product_name}`, commune_code })
    await steps.act(id, producer, { act: "submit" })
    ids.push(id)
  }
  const order = async (descending: boolean) => (await store.listFor(province, { limit: 50, offset: 0, q: "xếp", sort: { by: "commune", descending }, commune_names: names })).ids
  expect(await order(false)).toEqual([ids[3], ids[2], ids[1], ids[0]])
  expect(await order(true)).toEqual([ids[0], ids[1], ids[3], ids[2]])
  expect(await store.communesFor(official("s", "commune", "05700"))).toEqual(["05700"])
}, 30_000)
