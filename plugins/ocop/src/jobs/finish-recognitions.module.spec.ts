import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer, Modules } from "@medusajs/framework/utils"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { DossierSteps, loadTerms, province } from "../../testing/dossier-steps"
import { DOSSIER_MODULE } from "../modules/dossier"
import type DossierModuleService from "../modules/dossier/service"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"
import { productIdOf, recognitionIdOf } from "../queries/present-dossier"

const MINUTE = 60_000

let register: RunningModule<OcopModuleService>
let dossiers: RunningModule<DossierModuleService>
let steps: DossierSteps
let finishRecognitions: typeof import("./finish-recognitions").default
let links: { product_id: string; ocop_product_id: string }[] = []
let refusedListing: string | null = null
const errors: string[] = []

/** The real register and the real dossiers; the host's links, locks and event bus are held in memory. */
const container = createMedusaContainer()
const LINK = {
  async create(made: Record<string, Record<string, string>>) {
    links.push({ product_id: made[Modules.PRODUCT]?.product_id ?? "", ocop_product_id: made[OCOP_MODULE]?.ocop_product_id ?? "" })
  },
  dismiss: async () => undefined,
}
const QUERY = {
  async graph({ entity, filters }: { entity: string; filters: { id?: string; product_id?: string } }) {
    return { data: entity === "product" ? [{ id: filters.id, title: "Chè" }] : links.filter(({ product_id }) => product_id === filters.product_id) }
  },
}
const held = new Map<string, Promise<unknown>>()
const LOCKING = {
  execute(key: string, work: () => Promise<unknown>): Promise<unknown> {
    if (refusedListing && key.endsWith(refusedListing)) return Promise.reject(new Error("no lock to be had"))
    const mine = (held.get(key) ?? Promise.resolve()).then(work, work)
    held.set(key, mine.catch(() => undefined))
    return mine
  },
}

beforeAll(async () => {
  const modules = resolve(__dirname, "../..", ".medusa/server/src/modules")
  register = await startModule("ocop", `${modules}/ocop`, "spec_finish_register")
  dossiers = await startModule("dossier", `${modules}/dossier`, "spec_finish_dossiers")
  // Only now: with it come links to modules that don't run here, and the start of a module would look for them.
  finishRecognitions = (await import("./finish-recognitions")).default
  const law = { valid_to: null, renewal_closes_days: 120, min_score_5: 90, min_score_4: 70, min_score_3: 50, min_score_2: 30, legal_basis: "spec", source: "spec" }
  await register.service.importLaw({
    legal_versions: [{ ...law, id: "law_1", version: "QD26-2026", name: "26", valid_from: "2018-01-01", validity_months: 36, renewal_opens_days: 180, prolongation_max_days: 180, confidence: "confirmed" }],
    product_sets: [],
  })
  await loadTerms(dossiers.service)
  steps = new DossierSteps(dossiers.service)
  container.register({
    [OCOP_MODULE]: asValue(register.service),
    [DOSSIER_MODULE]: asValue(dossiers.service),
    [ContainerRegistrationKeys.LOGGER]: asValue({ info: () => undefined, error: (text: string) => void errors.push(text) }),
    [Modules.EVENT_BUS]: asValue({ emit: async () => undefined, releaseGroupedEvents: async () => undefined, clearGroupedEvents: async () => undefined }),
    [ContainerRegistrationKeys.LINK]: asValue(LINK),
    [ContainerRegistrationKeys.QUERY]: asValue(QUERY),
    [Modules.LOCKING]: asValue(LOCKING),
  })
})
afterAll(async () => {
  await register?.stop()
  await dossiers?.stop()
})
beforeEach(() => {
  links = []
  refusedListing = null
  errors.length = 0
})
afterEach(() => vi.useRealTimers())

/** The decision stands, and the process died before the register heard of it. */
async function cutOff(listing: string): Promise<string> {
  const id = await steps.scored(listing)
  await steps.act(id, province, { act: "recognise", decision_no: "9/QĐ-UBND", decided_on: "2026-06-11", issued_by: null })
  return id
}

/** The job, as it runs this many minutes from now. */
async function runIn(minutes: number): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * MINUTE })
  await finishRecognitions(container)
  vi.useRealTimers()
}

/** All the register, the history and the marketplace hold of a dossier's recognition. */
async function traces(id: string) {
  const ocop_product_id = productIdOf(id)
  const [dossier] = await dossiers.service.listDossiers({ id })
  const products = await register.service.listOcopProducts({ id: ocop_product_id })
  const recognitions = await register.service.listRecognitions({ ocop_product_id })
  const acts = await register.service.listRegisterActs({ ocop_product_id })
  return {
    registration: dossier?.registration,
    ocop_product_id: dossier?.ocop_product_id,
    products: products.length,
    recognitions: recognitions.map((one) => [one.id, one.star, one.issued_on, one.decision_no]),
    acts: acts.map(({ act }) => act).sort(),
    links: links.filter((link) => link.ocop_product_id === ocop_product_id).map(({ product_id }) => product_id),
  }
}

const unfinished = { registration: "pending", ocop_product_id: null, products: 0, recognitions: [], acts: [], links: [] }
const finished = (id: string, listing: string) => ({
  registration: "done",
  ocop_product_id: productIdOf(id),
  products: 1,
  recognitions: [[recognitionIdOf(id), 4, "2026-06-11", "9/QĐ-UBND"]],
  acts: ["link", "recognise"],
  links: [listing],
})

test("a recognition cut off before the register is finished once, however often the job runs; a young one is left to its own process", async () => {
  const id = await cutOff("prod_1")
  await runIn(1)
  expect(await traces(id)).toEqual(unfinished)
  await runIn(3)
  expect(await traces(id)).toEqual(finished(id, "prod_1"))
  await runIn(8)
  await runIn(13)
  expect(await traces(id)).toEqual(finished(id, "prod_1"))
  expect(errors).toEqual([])
})

test("one cut off after the register had it, but before the dossier knew, is not entered again", async () => {
  const id = await cutOff("prod_2")
  await runIn(3)
  await dossiers.service.updateDossiers([{ id, registration: "pending" as const, ocop_product_id: null }])
  await runIn(3)
  expect(await traces(id)).toEqual(finished(id, "prod_2"))
  expect(errors).toEqual([])
})

test("two runs at once leave one of everything", async () => {
  const id = await cutOff("prod_3")
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3 * MINUTE })
  await Promise.all([finishRecognitions(container), finishRecognitions(container)])
  expect(await traces(id)).toEqual(finished(id, "prod_3"))
  expect(errors).toEqual([])
})

test("one that fails again leaves nothing half done, holds no other up, and is finished by a later run", async () => {
  const stuck = await cutOff("prod_4")
  const other = await cutOff("prod_5")
  refusedListing = "prod_4"
  await runIn(3)
  expect(await traces(other)).toEqual(finished(other, "prod_5"))
  expect(await traces(stuck)).toMatchObject({ registration: "pending", products: 0, recognitions: [], links: [] })
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(stuck)
  refusedListing = null
  await runIn(6)
  expect(await traces(stuck)).toMatchObject({ registration: "done", products: 1, recognitions: [[recognitionIdOf(stuck), 4, "2026-06-11", "9/QĐ-UBND"]], links: ["prod_4"] })
})
