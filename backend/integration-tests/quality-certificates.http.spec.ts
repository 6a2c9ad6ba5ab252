import { randomInt } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { adminToken, officialHeaders, readRun, sellerToken, type Run } from "./support/people"

type Certificate = { id: string; state: string; review: string; review_reason: string | null; evidence: { type: string } | null; products: { id: string }[]; log: { action: string; by_type: string }[] }
type Body = { code?: string; fields?: Record<string, string>; quality_certificate: Certificate; quality_certificates: Certificate[]; count: number }
type Headers = Record<string, string>
type Listing = { id: string; handle: string; status: string }

let run: Run
let seller: Headers
let province: Headers
let commune: Headers
let operator: Headers
let product: Listing

async function ask(method: "GET" | "POST", path: string, headers: Headers, body?: unknown): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${run.backend}${path}`, { method, headers: { ...headers, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  return { status: response.status, body: (await response.json()) as Body }
}
const send = async (id: string, bytes: Uint8Array<ArrayBuffer>, headers = seller, type = "application/octet-stream") => {
  const response = await fetch(`${run.backend}/seller/quality-certificates/${id}/evidence`, { method: "POST", headers: { ...headers, "content-type": type }, body: bytes })
  return { status: response.status, body: (await response.json()) as Body }
}
const pdf = new TextEncoder().encode("%PDF-1.4\n% thử\n")
const paper = (more: object = {}) => ({
  kind: "organic_vn",
  number: `HC-${randomInt(1e9)}`,
  holder_name: "HTX thử",
  issuer: "Tổ chức chứng nhận (thử)",
  issued_on: "2026-01-01",
  expires_on: "2027-12-31",
  product_ids: [product.id],
  ...more,
})
const add = async (more: object = {}) => (await ask("POST", "/seller/quality-certificates", seller, paper(more))).body.quality_certificate
const shown = async () => {
  const answer = await ask("GET", `/store/listings/${product.handle}`, { "x-publishable-api-key": run.publishable_key })
  return (answer.body as unknown as { listing: { quality: { id: string; state: string; mark_rank: number | null }[] } }).listing.quality
}

beforeAll(async () => {
  run = readRun()
  ;({ commune, province } = await officialHeaders(run))
  operator = { authorization: `Bearer ${await adminToken(run)}` }
  seller = { authorization: `Bearer ${await sellerToken(run)}` }
  const { listings } = (await ask("GET", "/seller/listings?status=published", seller)).body as unknown as { listings: Listing[] }
  product = listings[0] as Listing
})

test("a wrong number is said at its field in the reader's language, and nothing is stored", async () => {
  const before = (await ask("GET", "/seller/quality-certificates", seller)).body.count
  const wrong = await ask("POST", "/seller/quality-certificates", { ...seller, "accept-language": "vi" }, paper({ kind: "gtin", number: "8938500000019" }))
  expect(wrong).toMatchObject({ status: 400, body: { code: "quality_certificates.paper_wrong", fields: { number: expect.stringContaining("chữ số kiểm tra") } } })
  const english = await ask("POST", "/seller/quality-certificates", { ...seller, "accept-language": "en" }, paper({ kind: "globalgap", number: "123", issued_on: null }))
  expect(english.body.fields).toMatchObject({ number: expect.stringContaining("13 digits"), issued_on: expect.any(String) })
  expect((await ask("GET", "/seller/quality-certificates", seller)).body.count).toBe(before)
})

test("everything that is wrong is said in one round", async () => {
  const { body } = await ask("POST", "/seller/quality-certificates", seller, { kind: "vietgap", holder_name: "HTX thử", product_ids: [] })
  expect(Object.keys(body.fields ?? {}).sort()).toEqual(["expires_on", "issued_on", "issuer", "number", "product_ids"])
})

test("a paper is about the shop's own goods, and nobody types what is derived", async () => {
  for (const product_ids of [[], ["prod_of_somebody_else"], [product.id, "prod_of_somebody_else"]])
    expect((await ask("POST", "/seller/quality-certificates", seller, paper({ product_ids }))).body.code).toBe("quality_certificates.listings_needed")
  expect((await ask("POST", "/seller/quality-certificates", seller, paper({ review: "confirmed" }))).body.fields).toHaveProperty("review")
})

test("buyers are told of a paper only after somebody has looked at it, and of its withdrawal at once", async () => {
  const { id, state } = await add()
  expect(state).toBe("unchecked")
  expect((await shown()).map((badge) => badge.id)).not.toContain(id)
  const bare = await ask("POST", `/official/quality-certificates/${id}/confirm`, commune, {})
  expect(bare.body.code).toBe("quality_certificates.reason_needed")
  expect((await send(id, pdf)).body.quality_certificate.evidence?.type).toBe("application/pdf")
  expect((await ask("POST", `/official/quality-certificates/${id}/confirm`, commune, {})).body.quality_certificate).toMatchObject({ review: "confirmed" })
  expect(await shown()).toContainEqual(expect.objectContaining({ id, state: "valid", mark_rank: 1 }))
  expect((await ask("POST", `/official/quality-certificates/${id}/reject`, commune, { reason: "Xem lại lần nữa thấy sai." })).body.code).toBe("quality_certificates.already_reviewed")
  expect((await send(id, pdf)).body.code).toBe("quality_certificates.already_reviewed")
  const revoked = await ask("POST", `/official/quality-certificates/${id}/revoke`, province, { revoked_on: "2026-06-01", reason: "Tổ chức chứng nhận đã huỷ." })
  expect(revoked.body.quality_certificate.log.map(({ action }) => action)).toEqual(["added", "evidence_added", "confirmed", "revoked"])
  expect(await shown()).toContainEqual(expect.objectContaining({ id, state: "revoked", mark_rank: null }))
})

test("nobody confirms another scan than the one they looked at", async () => {
  const { id } = await add()
  type Scan = { evidence: { sha256: string } | null }
  const seen = ((await send(id, pdf)).body.quality_certificate as unknown as Scan).evidence?.sha256
  expect(seen).toMatch(/^[0-9a-f]{64}$/)
  const other = new TextEncoder().encode("%PDF-1.4\n% bản khác\n")
  const after = ((await send(id, other)).body.quality_certificate as unknown as Scan).evidence?.sha256
  for (const evidence_sha256 of [seen, null])
    expect(await ask("POST", `/official/quality-certificates/${id}/confirm`, commune, { evidence_sha256 })).toMatchObject({ status: 409, body: { code: "quality_certificates.evidence_changed" } })
  expect((await ask("POST", `/official/quality-certificates/${id}/confirm`, commune, { evidence_sha256: after })).body.quality_certificate).toMatchObject({ review: "confirmed" })
})

test("a rejection comes back with its reason, and the number may be handed in again", async () => {
  const number = `HC-${randomInt(1e9)}`
  const { id } = await add({ number })
  expect((await ask("POST", "/seller/quality-certificates", seller, paper({ number }))).body.code).toBe("quality_certificates.exists")
  expect((await ask("POST", `/official/quality-certificates/${id}/reject`, province, { reason: "ngắn" })).body.fields).toHaveProperty("reason")
  await ask("POST", `/official/quality-certificates/${id}/reject`, province, { reason: "Ảnh mờ, không đọc được số." })
  const own = (await ask("GET", "/seller/quality-certificates", seller)).body.quality_certificates.find((one) => one.id === id)
  expect(own).toMatchObject({ state: "rejected", review_reason: "Ảnh mờ, không đọc được số." })
  expect((await add({ number })).state).toBe("unchecked")
})

test("evidence is judged by its bytes, has a limit, and goes out as a download to those concerned alone", async () => {
  const { id } = await add()
  const html = new TextEncoder().encode("<html><script>alert(1)</script>")
  expect((await send(id, html, seller, "application/pdf")).body.code).toBe("quality_certificates.evidence_unsupported")
  expect((await send(id, new Uint8Array(0))).status).toBe(400)
  const large = new Uint8Array(10 * 1024 * 1024 + 1)
  large.set(pdf)
  expect((await send(id, large)).body.code).toBe("quality_certificates.evidence_too_large")
  await send(id, pdf)
  for (const [door, headers] of [["seller", seller], ["official", commune], ["official", province], ["admin", operator]] as const) {
    const file = await fetch(`${run.backend}/${door}/quality-certificates/${id}/evidence`, { headers })
    expect(file.status).toBe(200)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${id}.pdf"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    })
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf)
  }
  expect((await fetch(`${run.backend}/seller/quality-certificates/${id}/evidence`)).status).toBe(401)
})

test("the operator sees and decides all; an official of another place, nothing", async () => {
  const { id } = await add()
  const all = await ask("GET", "/admin/quality-certificates?state=unchecked&limit=100&sort=newest", operator)
  expect(all.body.quality_certificates.map((one) => one.id)).toContain(id)
  expect((await ask("POST", `/admin/quality-certificates/${id}/confirm`, operator, { reason: "Đã xem bản chính ở văn phòng." })).body.quality_certificate.log.at(-1)).toMatchObject({ action: "confirmed", by_type: "user" })
  const foreign = { authorization: `Bearer ${await otherShopToken()}` }
  expect((await fetch(`${run.backend}/seller/quality-certificates/${id}/evidence`, { headers: foreign })).status).toBe(404)
  expect((await send(id, pdf, foreign)).status).toBe(404)
  const elsewhere = (await ask("POST", "/seller/quality-certificates", foreign, paper({ product_ids: [await firstProduct(foreign)], number: `HC-${randomInt(1e9)}` }))).body.quality_certificate
  for (const act of ["confirm", "reject"])
    expect(await ask("POST", `/official/quality-certificates/${elsewhere.id}/${act}`, commune, { reason: "Ngoài phạm vi của xã." })).toMatchObject({ status: 403, body: { code: "oversight.out_of_scope" } })
  expect((await fetch(`${run.backend}/official/quality-certificates/${elsewhere.id}/evidence`, { headers: commune })).status).toBe(403)
  expect((await ask("GET", "/official/quality-certificates?limit=100", commune)).body.quality_certificates.map((one) => one.id)).not.toContain(elsewhere.id)
})

/** A shop of the demonstration outside the commune of the commune's official, and outside of its province where there is one. */
async function otherShopToken(): Promise<string> {
  const { sellers } = (await ask("GET", "/admin/sellers?limit=100", operator)).body as unknown as { sellers: { phone: string; commune: { code: string }; province: { code: string } }[] }
  const other = sellers.find(({ province: where }) => where.code !== "19") ?? sellers.find(({ commune: where }) => where.code !== "05503")
  return sellerToken(run, other?.phone ?? "")
}

async function firstProduct(headers: Headers): Promise<string> {
  const { listings } = (await ask("GET", "/seller/listings", headers)).body as unknown as { listings: Listing[] }
  return listings[0]?.id ?? ""
}
