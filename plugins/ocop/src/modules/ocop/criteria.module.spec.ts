import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { SHEETS, seedRows } from "../../../testing/seeded-sheets"
import type OcopModuleService from "./service"
import type { CriteriaSetInput, LegalVersionInput, RatingAuthorityInput } from "./service"

const SERVER = resolve(__dirname, "../../../.medusa/server/src")

type Answer = { status: number; body: Record<string, unknown> }
type Handler = (req: unknown, res: unknown) => Promise<void>

let running: RunningModule<OcopModuleService>

const cells = (row: Record<string, string>, numbers: string[]) =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell === "" ? null : numbers.includes(key) ? Number(cell) : cell]))

const criteria = {
  criteria_sets: seedRows("ocop_criteria_sets.csv").map((row) => ({ id: `set_${row.legal_version}`, ...cells(row, ["part_a_max", "part_b_max", "part_c_max"]) }) as CriteriaSetInput),
  scoring_sheets: SHEETS.map((sheet) => ({ ...sheet, id: `sheet_${sheet.set_no}` })),
  rating_authorities: seedRows("ocop_rating_authorities.csv").map((row, i) => ({ id: `auth_${i}`, ...cells(row, ["star"]) }) as RatingAuthorityInput),
}

beforeAll(async () => {
  running = await startModule("ocop", resolve(SERVER, "modules/ocop"), "spec_ocop_criteria")
  const figures = ["validity_months", "renewal_opens_days", "renewal_closes_days", "prolongation_max_days", "min_score_5", "min_score_4", "min_score_3", "min_score_2"]
  const legal_versions = seedRows("ocop_legal_versions.csv").map((row) => ({ id: `law_${row.version}`, ...cells(row, figures) }) as LegalVersionInput)
  await running.service.importLaw({ legal_versions, product_sets: [] })
  await running.service.importCriteria(criteria)
})
afterAll(() => running?.stop())

async function call(route: string, method: "GET" | "POST", input: { params?: unknown; body?: unknown } = {}): Promise<Answer> {
  const routes: Record<string, Handler> = await import(resolve(SERVER, "api/store/ocop/scoring-sheets", route, "route.js"))
  const answer: Answer = { status: 200, body: {} }
  const res = {
    setHeader: () => undefined,
    vary: () => undefined,
    status(code: number) {
      answer.status = code
      return res
    },
    json(body: Record<string, unknown>) {
      answer.body = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
    },
  }
  const req = { params: {}, query: {}, headers: {}, get: () => undefined, scope: { resolve: () => running.service }, ...input }
  await routes[method]?.(req, res)
  return answer
}

test("the criteria can be loaded again: nothing doubles, nothing is lost", async () => {
  await running.service.importCriteria(criteria)
  expect(await running.service.listScoringSheets({}, { select: ["id"] })).toHaveLength(26)
  expect(await running.service.listCriteriaSets({})).toHaveLength(3)
  expect(await running.service.listRatingAuthorities({})).toHaveLength(13)
  const { sheet } = await running.service.sheetInForce(11, "2026-11-22")
  expect(sheet.parts).toEqual(SHEETS[10]?.parts)
  expect(sheet.irregularities).toEqual(SHEETS[10]?.irregularities)
})

test("a sheet holds as long as its decision; before 22 May 2026 none is kept", async () => {
  await expect(running.service.sheetInForce(11, "2026-05-21")).rejects.toMatchObject({ code: "ocop.unknown_scoring_sheet" })
  await expect(running.service.sheetInForce(27, "2026-05-22")).rejects.toMatchObject({ code: "ocop.unknown_scoring_sheet" })
  expect((await running.service.sheetInForce(26, "2026-05-22")).criteria_set).toMatchObject({ part_a_max: 40, minimum_levels: "cumulative" })
})

test("anyone reads the list and a sheet", async () => {
  const list = await call("", "GET")
  expect(list.body.scoring_sheets).toHaveLength(26)
  expect(list.body.scoring_sheets).toContainEqual({ set_no: 11, name: "Chè tươi, chè chế biến", legal_version: "QD26-2026" })
  expect(list.body.criteria_sets).toMatchObject([{ points: { A: 35, B: 25, C: 40 }, sheets: 0 }, { sheets: 0 }, { points: { A: 40, B: 25, C: 35 }, sheets: 26 }])
  const sheet = await call("[set_no]", "GET", { params: { set_no: "11" } })
  expect(sheet.body).toMatchObject({ scoring_sheet: { set_no: 11 }, minimums: { members: "every_member", levels: "cumulative" } })
  expect(sheet.body.readings).toContainEqual(expect.objectContaining({ criterion: "6.1.1", printed: 11, used: 1, why: "cautious" }))
  expect((await call("[set_no]", "GET", { params: { set_no: "27" } })).status).toBe(404)
  expect((await call("[set_no]", "GET", { params: { set_no: "11'; drop" } })).status).toBe(400)
})

test("a self-assessment tells points, rank, what caps it and what is missing", async () => {
  const sheet = await call("[set_no]", "GET", { params: { set_no: "11" } })
  const all = (sheet.body.criteria as { no: string; accepts: number[] }[]).map(({ no, accepts }) => [no, accepts.at(-1)])
  const options = Object.fromEntries(all) as Record<string, number>
  const assess = (ticks: unknown) => call("[set_no]/assess", "POST", { params: { set_no: "11" }, body: { options: ticks } })

  const best = await assess(options)
  expect(best.body).toMatchObject({ total: 100, band: 5, star: 5, capped_by: [], missing: [], recognised_by: "ministry" })
  expect(best.body.points).toEqual({ A: { points: 40, max: 40 }, B: { points: 25, max: 25 }, C: { points: 35, max: 35 } })

  const { "4.1": _left, ...partly } = options
  expect((await assess(partly)).body).toMatchObject({ total: 95, band: 5, star: 2, missing: ["4.1"], recognised_by: null, capped_by: [{ criterion: "4.1", star: 3 }] })
  expect((await assess({})).body).toMatchObject({ total: 0, star: 1 })

  const wrong = await assess({ ...options, "1.1": 9, "99.9": 1 })
  expect(wrong).toMatchObject({ status: 400, body: { code: "ocop.wrong_choices" } })
  expect(Object.keys(wrong.body.fields as object)).toEqual(["options.1.1", "options.99.9"])
})

test("whatever is sent, the calculator answers 200, 400 or 404", async () => {
  const ticks = fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.dictionary(fc.constantFrom("1.1", "4.1", "__proto__"), fc.integer()), fc.anything())
  const setNo = fc.oneof(fc.constantFrom("1", "11", "26", "27", "0", "-1", "1e9", "NaN", ""), fc.string())
  await fc.assert(
    fc.asyncProperty(setNo, ticks, async (set_no, options) => {
      const { status } = await call("[set_no]/assess", "POST", { params: { set_no }, body: { options } })
      expect([200, 400, 404]).toContain(status)
    }),
    { numRuns: 150 },
  )
})
