import { readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { CASES, everybody, foreigners, OPEN, type ScopeCase } from "./support/official-routes"
import { officialToken, readRun, sellerToken, type Run } from "./support/people"

const PLUGINS = resolve(__dirname, "../../plugins")
const routes = readdirSync(PLUGINS).flatMap((plugin) => routesBelow(join(PLUGINS, plugin, "src/api"), join(PLUGINS, plugin, "src/api/official")))

function routesBelow(root: string, directory: string): string[] {
  let entries
  try {
    entries = readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return routesBelow(root, path)
    if (entry.name !== "route.ts") return []
    const verbs = [...readFileSync(path, "utf8").matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map((match) => match[1])
    return verbs.map((verb) => `${verb} /${relative(root, directory)}`)
  })
}

let run: Run
let product: { id: string; recognition: string }
const tokens: Record<string, string> = {}
const phones = { province: "0900000901", commune: "0900000902", ministry: "0900000903", foreignProvince: "0900000905", foreignCommune: "0900000904" }

async function call(route: string, { body, query }: Pick<ScopeCase, "body" | "query">, token?: string): Promise<{ status: number; code?: string }> {
  const [method = "", path = ""] = route.split(" ")
  const address = path.replace("[id]", product.id).replace("[recognition_id]", product.recognition).replace(/\[\w+\]/g, "none")
  const response = await fetch(`${run.backend}${address}${query ? `?${query}` : ""}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(method === "POST" && { "content-type": body ? "application/json" : "application/octet-stream" }) },
    ...(method === "POST" && { body: body ? JSON.stringify(body) : "x" }),
  })
  const answer = (await response.json().catch(() => ({}))) as { code?: string }
  return { status: response.status, code: answer.code }
}

beforeAll(async () => {
  run = readRun()
  for (const [who, phone] of Object.entries(phones)) tokens[who] = await officialToken(run, phone)
  tokens.seller = await sellerToken(run)
  const response = await fetch(`${run.backend}/official/register?unit=05503&status=in_force&limit=1`, { headers: { authorization: `Bearer ${tokens.commune}` } })
  const { products } = (await response.json()) as { products: { id: string }[] }
  const id = products[0]?.id as string
  const one = await fetch(`${run.backend}/official/register/${id}`, { headers: { authorization: `Bearer ${tokens.commune}` } })
  const { recognitions } = ((await one.json()) as { product: { recognitions: { id: string }[] } }).product
  product = { id, recognition: recognitions[0]?.id as string }
})

test("every route of the tree has its case, and no case is of a route that is gone", () => {
  expect(routes.length).toBeGreaterThan(10)
  expect(Object.keys(CASES).sort()).toEqual(routes.filter((route) => !OPEN.includes(route)).sort())
})

describe.each(routes.filter((route) => !OPEN.includes(route)))("%s", (route) => {
  const one = CASES[route] ?? { refused: everybody }

  test("is closed without an official's token: none, a forged one, a seller's", async () => {
    for (const token of [undefined, "e30.e30.e30", tokens.seller]) expect((await call(route, one, token)).status).toBe(401)
  })

  test.each(one.refused)("turns away %s", async (who) => {
    const answer = await call(route, one, tokens[who])
    expect(answer.status).toBe(403)
    if (who !== "commune" && route.includes("/register")) expect(answer.code).toBe("oversight.out_of_scope")
  })

  // Only where an id that nobody knows is what is asked with; the other routes prove their scope otherwise, see below.
  test.each(one.unknownIsRefused ? foreigners : [])("gives nothing to %s", async (who) => {
    const { status } = await call(route, one, tokens[who])
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  test("says whose area it asks about, or proves that it asks about none", () => {
    const asks = foreigners.every((who) => one.refused.includes(who))
    // The spec that is named must at least speak of that part of the door.
    const part = (route.split(" ")[1] ?? "").split("/").slice(0, 3).join("/")
    const proven = one.proof !== undefined && readFileSync(join(__dirname, one.proof), "utf8").includes(part)
    expect(asks || one.ownAreaOnly === true || one.unknownIsRefused === true || proven).toBe(true)
  })
})

describe("what asks for no area answers with the own one", () => {
  const read = async (path: string, who: string) => (await fetch(`${run.backend}${path}`, { headers: { authorization: `Bearer ${tokens[who]}` } })).json()

  test("the register and its files hold nothing of elsewhere", async () => {
    type Lines = { records: { Ma_DonViHanhChinh: string }[] }
    for (const [who, unit] of [["commune", "05503"], ["foreignCommune", "05488"], ["foreignProvince", "04"]] as const) {
      const { products } = (await read("/official/register?limit=200", who)) as { products: { commune: { code: string } | null; province: { code: string } }[] }
      expect(products.length, who).toBeGreaterThan(0)
      for (const entry of products) expect(unit.length === 2 ? entry.province.code : entry.commune?.code, who).toBe(unit)
      if (unit.length === 5) {
        const { records } = (await read("/official/register.json?profile=ptnt", who)) as Lines
        expect(records.every((record) => record.Ma_DonViHanhChinh === unit)).toBe(true)
      }
      const { unit: own } = (await read("/official/me", who)) as { unit: { code: string } }
      expect(own.code).toBe(unit)
    }
  })

  test("a product that does not exist is out of scope for an area and unknown to the ministry", async () => {
    const ask = async (who: string) => (await fetch(`${run.backend}/official/register/ocop_none`, { headers: { authorization: `Bearer ${tokens[who]}` } })).status
    expect(await ask("province")).toBe(403)
    expect(await ask("commune")).toBe(403)
    expect(await ask("ministry")).toBe(404)
  })

  test("the ministry reads every area", async () => {
    for (const unit of ["05503", "04"]) expect((await call("GET /official/register", { query: `unit=${unit}` }, tokens.ministry)).status).toBe(200)
  })
})
