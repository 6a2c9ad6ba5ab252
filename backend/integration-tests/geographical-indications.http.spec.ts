import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { adminToken, officialHeaders, readRun, type Run } from "./support/people"

type Log = { action: string; by: string; by_type: string; reason: string | null }
type Right = { id: string; status: string; zone_finding: string; commune: { code: string } | null; log: Log[]; producer_name: string }
type Body = { code?: string; message?: string; fields?: Record<string, string>; zone?: { finding: string; zone_confirmed: boolean }; right_of_use: Right; rights_of_use: Right[]; count: number }
type Answer = { status: number; body: Body }
type Headers = Record<string, string>

/** Old communes: Tân Cương (05503) is a line of the zone, Phú Lạc's country (Đại Từ) is not. */
const IN_ZONE = { commune_code: "05503", old_commune_code: "05503" }
const REASON = "Đã đối chiếu bản mô tả tại Sở, vùng còn hiệu lực."

let run: Run
let province: Headers
let commune: Headers
let operator: Headers
let elsewhere: { commune_code: string; old_commune_code: string }

async function ask(method: "GET" | "POST", path: string, headers: Headers, body?: unknown): Promise<Answer> {
  const response = await fetch(`${run.backend}${path}`, { method, headers: { ...headers, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  return { status: response.status, body: (await response.json()) as Body }
}
const right = (more: object = {}) => ({
  gi_handle: "tan-cuong-che",
  producer_name: `HTX thử quyền ${randomInt(1e9)}`,
  ...IN_ZONE,
  document_no: `T-${randomInt(1e9)}`,
  issued_by: "Tổ chức quản lý (thử)",
  issued_on: "2026-01-01",
  source: "http spec",
  ...more,
})

beforeAll(async () => {
  run = readRun()
  ;({ commune, province } = await officialHeaders(run))
  operator = { authorization: `Bearer ${await adminToken(run)}` }
  const { communes } = (await ask("GET", "/official/communes", province)).body as unknown as { communes: { code: string; old_communes: { code: string }[] }[] }
  const zone = new Set(["05503", "05488", "05455"])
  const found = communes.find(({ code, old_communes }) => !zone.has(code) && old_communes.length > 1)
  elsewhere = { commune_code: found?.code ?? "", old_commune_code: found?.old_communes[0]?.code ?? "" }
})

describe("a right of use", () => {
  test("outside the zone is refused, then entered with a reason that the log keeps with who gave it", async () => {
    const body = right(elsewhere)
    const refused = await ask("POST", "/official/rights-of-use", province, body)
    expect(refused).toMatchObject({ status: 409, body: { code: "geographical_indications.outside_zone", zone: { finding: "outside", zone_confirmed: false } } })
    const short = await ask("POST", "/official/rights-of-use", province, { ...body, override_reason: "ok" })
    expect(short).toMatchObject({ status: 400, body: { fields: { override_reason: expect.any(String) } } })
    const entered = await ask("POST", "/official/rights-of-use", province, { ...body, override_reason: REASON })
    expect(entered).toMatchObject({ status: 201, body: { right_of_use: { zone_finding: "outside", status: "valid", log: [{ action: "overridden", by_type: "official", reason: REASON }] } } })
    const again = await ask("POST", "/official/rights-of-use", province, { ...body, override_reason: REASON })
    expect(again.body.code).toBe("geographical_indications.document_exists")
  })

  test("inside a zone that nobody has confirmed needs a reason too, and is another case", async () => {
    const refused = await ask("POST", "/official/rights-of-use", commune, right())
    expect(refused).toMatchObject({ status: 409, body: { code: "geographical_indications.zone_unconfirmed", zone: { finding: "inside_unconfirmed" } } })
  })

  test("a place is never guessed", async () => {
    const where = (place: object) => ask("POST", "/official/rights-of-use", province, right({ commune_code: null, old_commune_code: null, ...place }))
    expect((await where({})).body.fields).toHaveProperty("commune_code")
    expect((await where({ commune_code: "99999" })).body.code).toBe("geographical_indications.unknown_commune")
    expect((await where({ old_commune_code: "99999" })).body.code).toBe("geographical_indications.unknown_old_commune")
    expect((await where({ ...elsewhere, commune_code: "05503" })).body.code).toBe("geographical_indications.commune_mismatch")
    expect((await where({ commune_code: "05488" })).body.code).toBe("geographical_indications.place_ambiguous")
    // The old commune alone says where it is.
    expect((await where({ old_commune_code: "05497" })).body.code).toBe("geographical_indications.zone_unconfirmed")
  })

  test("is withdrawn by a document, and the users of the sign follow", async () => {
    const body = right({ override_reason: REASON })
    const { right_of_use } = (await ask("POST", "/official/rights-of-use", commune, body)).body
    const users = async () => JSON.stringify((await ask("GET", "/store/geographical-indications/tan-cuong-che", { "x-publishable-api-key": run.publishable_key })).body)
    expect(await users()).toContain(body.producer_name)
    const path = `/official/rights-of-use/${right_of_use.id}/revoke`
    expect((await ask("POST", path, commune, { revoked_on: "2026-02-01" })).body.fields).toMatchObject({ document_no: expect.any(String), reason: expect.any(String) })
    const revoked = await ask("POST", path, commune, { revoked_on: "2026-02-01", document_no: "5/QĐ", reason: "Không còn sản xuất trong vùng." })
    expect(revoked.body.right_of_use).toMatchObject({ status: "revoked", log: [{ action: "overridden" }, { action: "revoked" }] })
    expect(await users()).not.toContain(body.producer_name)
  })

  test("a mark without a zone is used by its regulation alone, and is no indication", async () => {
    const entered = await ask("POST", "/official/rights-of-use", province, right({ gi_handle: "nhtt-che-thai-nguyen" }))
    expect(entered).toMatchObject({ status: 201, body: { right_of_use: { zone_finding: "not_zoned", log: [{ action: "recorded" }] } } })
    const store = { "x-publishable-api-key": run.publishable_key }
    const list = async (kind: string) => (await ask("GET", `/store/geographical-indications?kind=${kind}`, store)).body as unknown as { geographical_indications: { handle: string; kind: string }[] }
    expect((await list("geographical_indication")).geographical_indications.map(({ kind }) => kind)).not.toContain("collective_mark")
    expect((await list("mark")).geographical_indications.map(({ handle }) => handle)).toContain("nhtt-che-thai-nguyen")
  })
})

describe("scope", () => {
  test("a commune's official gives and withdraws nothing outside the commune", async () => {
    expect((await ask("POST", "/official/rights-of-use", commune, right({ ...elsewhere, override_reason: REASON }))).body.code).toBe("oversight.out_of_scope")
    const { right_of_use } = (await ask("POST", "/official/rights-of-use", province, right({ ...elsewhere, override_reason: REASON }))).body
    const revocation = { revoked_on: "2026-02-01", document_no: "5/QĐ", reason: "Không còn sản xuất trong vùng." }
    const path = `/official/rights-of-use/${right_of_use.id}/revoke`
    expect(await ask("POST", path, commune, revocation)).toMatchObject({ status: 403, body: { code: "oversight.out_of_scope" } })
    expect((await ask("POST", path, province, revocation)).status).toBe(200)
    expect((await ask("POST", "/official/rights-of-use/giuse_none/revoke", commune, revocation)).status).toBe(404)
  })

  test("a province's official gives nothing in another province", async () => {
    const other = { gi_handle: "trung-khanh-hat-de", commune_code: "01477", old_commune_code: "01498", override_reason: REASON }
    expect(await ask("POST", "/official/rights-of-use", province, right(other))).toMatchObject({ status: 403, body: { code: "oversight.out_of_scope" } })
    const { right_of_use } = (await ask("POST", "/admin/geographical-indications/rights-of-use", operator, right(other))).body
    expect(right_of_use.log).toMatchObject([{ by_type: "user", reason: REASON }])
    const seen = await ask("GET", `/official/rights-of-use?q=${encodeURIComponent(right_of_use.producer_name)}`, province)
    expect(seen.body.rights_of_use.map(({ id }) => id)).not.toContain(right_of_use.id)
    expect((await ask("POST", `/official/rights-of-use/${right_of_use.id}/revoke`, province, { revoked_on: "2026-02-01", document_no: "1", reason: "Ngoài phạm vi của tỉnh." })).status).toBe(403)
  })

  test("lists show the area alone, by page, sort and filter", async () => {
    const inCommune = await ask("GET", "/official/rights-of-use?limit=100", commune)
    expect(inCommune.body.count).toBeGreaterThan(0)
    expect(inCommune.body.rights_of_use.every((one) => one.commune?.code === "05503")).toBe(true)
    const first = await ask("GET", "/official/rights-of-use?limit=1&sort=newest", province)
    const second = await ask("GET", "/official/rights-of-use?limit=1&offset=1&sort=newest", province)
    expect(first.body.rights_of_use[0]?.id).not.toBe(second.body.rights_of_use[0]?.id)
    const revoked = await ask("GET", "/official/rights-of-use?status=revoked&limit=100", province)
    expect(new Set(revoked.body.rights_of_use.map(({ status }) => status))).toEqual(new Set(["revoked"]))
    expect((await ask("GET", "/official/rights-of-use?status=gone", province)).status).toBe(400)
  })

  test("nobody without a token sees or does anything", async () => {
    for (const path of ["/official/rights-of-use", "/official/quality-certificates", "/official/communes", "/admin/quality-certificates", "/seller/quality-certificates"])
      expect((await fetch(`${run.backend}${path}`)).status).toBe(401)
  })
})
