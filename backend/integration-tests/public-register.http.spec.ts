import { createPublicKey, randomInt, verify } from "node:crypto"
import jsQR from "jsqr"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { address, asOperator, store } from "./support/checkout"
import { readRun, type Run } from "./support/people"

type Entry = { certificate_code: string; status: string; stars: number | null; stars_given: number; product_name: string; province: { code: string } | null; commune: { code: string } | null; issued_on: string; expires_on: string; prolonged_until: string | null; illustrative: boolean; listings: { handle: string; title: string }[] }
type Register = { products: Entry[]; count: number; limit: number; offset: number; facets: { stars: { value: string; count: number }[]; statuses: { value: string; count: number }[]; provinces: { value: string; count: number }[]; communes: { value: string; name: string; count: number }[] } }
type Past = { code: string; status: string; stars_given: number; issued_on: string }
type Certificate = { code: string; stars: number | null; history: Past[]; replaced_by: string | null; listings: { handle: string }[] }
type Verdict = { state: string; key_id: string | null; statement: { code: string; product: string; star: number } | null; register_status: string | null }
type Key = { kty: string; crv: string; kid: string; x: string; retired: boolean }

const DECISION = { star: 4, decision_no: "1/QĐ-UBND", issued_by: "UBND tỉnh", source: "spec" }
const IN_FORCE = ["valid", "expiring", "prolonged"]
let run: Run

beforeAll(() => {
  run = readRun()
})

const register = async (query: string) => {
  const { status, body } = await store<Register>(run, `/ocop/register?${query}`)
  expect(status, query).toBe(200)
  return body
}
const verdictOf = async (s: string, code?: string) =>
  (await store<{ verdict: Verdict }>(run, `/ocop/statement?${new URLSearchParams({ s, ...(code && { code }) })}`)).body.verdict
const file = (path: string) => fetch(`${run.backend}/store/certificates/${path}`, { headers: { "x-publishable-api-key": run.publishable_key } })

/** A decision of the test's own, entered by the operator. */
async function recognised(issued_on: string): Promise<{ id: string; product_id: string; certificate_code: string; name: string }> {
  const name = `Trà kiểm thử ${randomInt(1_000_000_000)}`
  const commune_code = (await address(run)).commune_code
  const { body: entered } = await asOperator<{ product: { id: string } }>(run, "/ocop/products", { name, producer_name: "HTX kiểm thử", producer_kind: "cooperative", commune_code, product_set_no: 11, source: "spec" })
  const { status, body } = await asOperator<{ recognition: { id: string; certificate_code: string } }>(run, `/ocop/products/${entered.product.id}/recognitions`, { ...DECISION, issued_on })
  expect(status, JSON.stringify(body)).toBe(201)
  return { ...body.recognition, product_id: entered.product.id, name }
}

/** What a telephone reads off the label. */
async function scanned(code: string): Promise<{ address: URL; statement: string }> {
  const answer = await file(`${code}/label.png?width=1400`)
  expect(answer.status).toBe(200)
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer())).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const seen = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  if (!seen) throw new Error(`No QR on the label of ${code}`)
  const found = new URL(seen.data)
  return { address: found, statement: found.searchParams.get("s") ?? "" }
}

describe("the public register", () => {
  test("pages through every product once, in one order", async () => {
    const first = await register("limit=5")
    const second = await register("limit=5&offset=5")
    const both = await register("limit=10")
    expect(first.count).toBeGreaterThan(10)
    expect([...first.products, ...second.products]).toEqual(both.products)
    expect(new Set(both.products.map((entry) => entry.certificate_code)).size).toBe(10)
    expect(await register(`offset=${first.count}`)).toMatchObject({ products: [], count: first.count })
  })

  test("filters leave what they name, and facets count what a filter would leave", async () => {
    const all = await register("limit=1")
    for (const { value, count } of all.facets.statuses) expect((await register(`status=${value}&limit=1`)).count, value).toBe(count)
    const star = all.facets.stars[0]!
    const province = all.facets.provinces[0]!
    const found = await register(`stars=${star.value}&limit=100`)
    expect(found.count).toBe(star.count)
    expect(found.products.every((entry) => String(entry.stars_given) === star.value)).toBe(true)
    const there = await register(`province=${province.value}&limit=100`)
    expect(there.count).toBe(province.count)
    expect(there.products.every((entry) => entry.province?.code === province.value)).toBe(true)
    const inForce = await register("status=in_force&limit=100")
    expect(inForce.count).toBe(all.facets.statuses.filter(({ value }) => IN_FORCE.includes(value)).reduce((sum, { count }) => sum + count, 0))
    expect(inForce.products.every((entry) => entry.stars === entry.stars_given && IN_FORCE.includes(entry.status))).toBe(true)
  })

  test("communes are counted where a province was asked for, and only there", async () => {
    const all = await register("limit=1")
    expect(all.facets.communes).toEqual([])
    const province = all.facets.provinces[0]!.value
    const { facets } = await register(`province=${province}&limit=1`)
    const commune = facets.communes[0]!
    expect(commune.name).not.toBe(commune.value)
    const there = await register(`province=${province}&commune=${commune.value}&limit=100`)
    expect(there.count).toBe(commune.count)
    expect(there.products.every((entry) => entry.commune?.code === commune.value)).toBe(true)
  })

  test("every sort puts all products in its order, the same ones on every page", async () => {
    const keys: Record<string, (entry: Entry) => string | number> = {
      name: (entry) => folded(entry.product_name),
      newest: (entry) => -Date.parse(entry.issued_on),
      stars: (entry) => -entry.stars_given,
    }
    for (const [sort, key] of Object.entries(keys)) {
      const { products } = await register(`sort=${sort}&limit=60`)
      const order = products.map(key)
      expect(order, sort).toEqual([...order].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      const paged = [...(await register(`sort=${sort}&limit=30`)).products, ...(await register(`sort=${sort}&limit=30&offset=30`)).products]
      expect(paged, sort).toEqual(products)
    }
    const { products } = await register("sort=ending&limit=100")
    const ended = products.map(({ stars }) => stars === null)
    expect(ended).toEqual([...ended].sort())
    expect(ended).toContain(false)
    const ends = products.filter(({ stars }) => stars !== null).map(({ prolonged_until, expires_on }) => prolonged_until ?? expires_on)
    expect(ends).toEqual([...ends].sort())
  })

  test("an entry names where it is on sale", async () => {
    const { products } = await register("q=che&limit=100")
    const [entry] = products.filter(({ listings }) => listings.length > 0)
    expect(entry).toBeDefined()
    const { body } = await store<{ listing: { ocop: { certificate_code: string } | null } }>(run, `/listings/${entry!.listings[0]!.handle}`)
    expect(body.listing.ocop?.certificate_code).toBe(entry!.certificate_code)
  })

  test("a product is found by its words without tones, and by its code", async () => {
    const { certificate_code, name } = await recognised("2026-06-01")
    for (const q of [name, name.replace("Trà kiểm thử", "TRA KIEM THU"), certificate_code, certificate_code.toLowerCase().replaceAll("-", " ")]) {
      const { products } = await register(`q=${encodeURIComponent(q)}`)
      expect(products.map((entry) => entry.certificate_code), q).toEqual([certificate_code])
    }
    expect((await register("q=%25_khongco")).count).toBe(0)
    expect((await register("q=***")).count).toBe(0)
  })

  test("no stars remain where a certificate has run out", async () => {
    const { certificate_code } = await recognised("2023-03-01")
    const { products } = await register(`q=${certificate_code}`)
    expect(products).toMatchObject([{ certificate_code, status: "expired", stars: null, stars_given: 4 }])
  })

  test.each(["stars=6", "stars=", "province=1", "province=xx", "commune=1", "set=0", "status=nonsense", "sort=price", "limit=0", "limit=101", "offset=-1", "offset=1.5", "unheard=1"])("%s is refused in words", async (query) => {
    const { status, body } = await store(run, `/ocop/register?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ type: "invalid_data", code: "invalid_data" })
  })
})

/** As the register orders: without tones, đ as d. */
const folded = (name: string) => name.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()

test("a certificate tells the whole past of its product, and which one speaks for it now", async () => {
  const former = await recognised("2023-03-01")
  const { body } = await asOperator<{ recognition: { certificate_code: string } }>(run, `/ocop/products/${former.product_id}/recognitions`, { ...DECISION, star: 5, issued_on: "2026-03-01" })
  const now = body.recognition.certificate_code
  const past = [{ code: now, status: "valid", stars_given: 5, issued_on: "2026-03-01" }, { code: former.certificate_code, status: "expired", stars_given: 4, issued_on: "2023-03-01" }]
  const certificate = async (code: string) => (await store<{ certificate: Certificate }>(run, `/certificates/${code}`)).body.certificate
  expect(await certificate(former.certificate_code)).toMatchObject({ stars: null, replaced_by: now, history: past })
  expect(await certificate(now)).toMatchObject({ stars: 5, replaced_by: null, history: past })
})

describe("labels and what they state", () => {
  test("the label of a certificate in force states what the register says", async () => {
    const { certificate_code, name } = await recognised("2026-06-01")
    const { address: page, statement } = await scanned(certificate_code)
    expect(page.href.startsWith(`${run.shop}/xac-thuc/${certificate_code}?`)).toBe(true)
    expect(await verdictOf(statement, certificate_code)).toMatchObject({ state: "genuine", register_status: "valid", statement: { code: certificate_code, product: name, star: 4 } })
    expect(await verdictOf(statement, "CP-0000-0000")).toMatchObject({ state: "other_certificate" })
  })

  test("anybody can check a statement with the published key alone", async () => {
    const { certificate_code } = await recognised("2026-06-01")
    const { statement } = await scanned(certificate_code)
    const { body } = await store<{ keys: Key[] }>(run, "/ocop/keys")
    const [mark, payload, signature] = statement.split(".")
    const [kid] = JSON.parse(Buffer.from(payload ?? "", "base64url").toString()) as string[]
    const key = body.keys.find((one) => one.kid === kid)
    expect(key).toMatchObject({ kty: "OKP", crv: "Ed25519", retired: false })
    expect(Object.keys(key ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "retired", "use", "x"])
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key!.x }, format: "jwk" })
    expect(verify(null, Buffer.from(`${mark}.${payload}`), publicKey, Buffer.from(signature ?? "", "base64url"))).toBe(true)
  })

  test("a changed statement and one of a key nobody knows do not count", async () => {
    const { certificate_code } = await recognised("2026-06-01")
    const { statement } = await scanned(certificate_code)
    const [mark, payload = "", signature] = statement.split(".")
    const fields = JSON.parse(Buffer.from(payload, "base64url").toString()) as unknown[]
    const written = (changed: unknown[]) => `${mark}.${Buffer.from(JSON.stringify(changed)).toString("base64url")}.${signature}`
    expect(await verdictOf(written(fields))).toMatchObject({ state: "genuine" })
    expect(await verdictOf(written(fields.with(4, 5)))).toMatchObject({ state: "tampered", statement: null })
    expect(await verdictOf(written(fields.with(0, "00000000")))).toMatchObject({ state: "unknown_key", key_id: "00000000", statement: null })
    for (const odd of ["", "CP1", `${statement}x`, "x".repeat(2_000)]) expect(await verdictOf(odd)).toMatchObject({ state: "tampered" })
    expect((await store(run, "/ocop/statement")).status).toBe(400)
  })

  test("after a withdrawal the label is outdated, and there are no new ones", async () => {
    const { id, product_id, certificate_code } = await recognised("2026-06-01")
    const { statement } = await scanned(certificate_code)
    const { status } = await asOperator(run, `/ocop/products/${product_id}/recognitions/${id}/revoke`, { ground: "law_violated", revoked_on: "2026-06-02", concluded_on: "2026-06-01", document_no: "1/QĐ-UBND" })
    expect(status).toBe(200)
    expect(await verdictOf(statement, certificate_code)).toMatchObject({ state: "outdated", register_status: "revoked" })
    expect((await file(`${certificate_code}/label.svg`)).status).toBe(409)
  })

  test("a renewal with the same stars makes the former label outdated", async () => {
    const former = await recognised("2026-06-01")
    const { statement } = await scanned(former.certificate_code)
    const { body } = await asOperator<{ recognition: { certificate_code: string } }>(run, `/ocop/products/${former.product_id}/recognitions`, { ...DECISION, issued_on: "2026-07-01" })
    expect(await verdictOf(statement)).toMatchObject({ state: "outdated", register_status: "valid" })
    expect((await file(`${former.certificate_code}/label.svg`)).status).toBe(409)
    expect(await verdictOf((await scanned(body.recognition.certificate_code)).statement)).toMatchObject({ state: "genuine" })
  })

  test("every kind of file comes as what it is, and is not kept by caches", async () => {
    const { certificate_code } = await recognised("2026-06-01")
    for (const [path, type, head] of [["label.svg", "image/svg+xml", "<svg"], ["label.png", "image/png", "PNG"], ["labels.pdf?per_sheet=8", "application/pdf", "%PDF-"]] as const) {
      const answer = await file(`${certificate_code}/${path}`)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get("content-type"), path).toContain(type)
      expect(answer.headers.get("cache-control"), path).toBe("no-store")
      expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 8).toString("latin1"), path).toContain(head)
    }
    for (const path of ["label.png?width=699", "label.png?width=9999", "labels.pdf?per_sheet=7"]) expect((await file(`${certificate_code}/${path}`)).status, path).toBe(400)
  })

  test("no label for an expired certificate, none for one that does not exist", async () => {
    const { certificate_code } = await recognised("2023-03-01")
    for (const path of ["label.svg", "label.png", "labels.pdf"]) {
      const refused = await file(`${certificate_code}/${path}`)
      expect(refused.status, path).toBe(409)
      expect(await refused.json()).toMatchObject({ code: "ocop.certificate_does_not_hold" })
      expect((await file(`CP-0000-0000/${path}`)).status, path).toBe(404)
      expect((await file(`nonsense/${path}`)).status, path).toBe(404)
    }
  })
})
