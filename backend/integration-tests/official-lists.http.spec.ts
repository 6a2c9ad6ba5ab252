import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { adminToken, officialHeaders, readRun, type Run } from "./support/people"

type Verdict = { row: number; kind: string; ocop_product_id: string | null; changes: { field: string }[] }
type Preview = { plan: string; counts: Record<string, number>; verdicts: Verdict[] }
type Result = { id: string | null; counts: Record<string, number>; changes: { name: string; certificate_code: string }[] }
type Answer = { status: number; body: { code?: string; preview: Preview; official_list: Result; official_lists: { id: string }[] } }

const HEADER = "Tên sản phẩm,Chủ thể,Mã xã,Hạng sao,Số quyết định,Ngày công nhận"
const name = `Chè danh sách ${randomInt(1e9)}`
const line = (star = 4, title = name, commune = "05503") => `${title},HTX Thử ${name},${commune},${star} sao,777/QĐ-UBND,15/06/2026`
const list = (...lines: string[]) => [HEADER, ...lines].join("\r\n")

let run: Run
let province: Record<string, string>
let commune: Record<string, string>
let operator: Record<string, string>

async function send(path: string, headers: Record<string, string>, file: string | Uint8Array): Promise<Answer> {
  const response = await fetch(`${run.backend}${path}`, { method: "POST", headers: { ...headers, "content-type": "application/octet-stream" }, body: typeof file === "string" ? file : new Uint8Array(file) })
  return { status: response.status, body: (await response.json()) as Answer["body"] }
}
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${run.backend}${path}`, { headers })
const preview = (file: string | Uint8Array, headers = province, base = "/official/official-lists") => send(`${base}/preview?filename=thu.csv`, headers, file)
const commit = (file: string, plan: string, headers = province, base = "/official/official-lists", more = "") => send(`${base}?filename=thu.csv&plan=${plan}${more}`, headers, file)

beforeAll(async () => {
  run = readRun()
  const officials = await officialHeaders(run)
  commune = officials.commune
  province = officials.province
  operator = { authorization: `Bearer ${await adminToken(run)}` }
})

describe("an official list", () => {
  test("is looked at, written, and the same again changes nothing; a corrected one changes what differs", async () => {
    const seen = await preview(list(line()))
    expect(seen.body.preview.counts).toMatchObject({ create: 1, error: 0 })
    const written = await commit(list(line()), seen.body.preview.plan)
    expect(written.status).toBe(201)
    const [change] = written.body.official_list.changes
    const certificate = await get(`/store/certificates/${change?.certificate_code}`, { "x-publishable-api-key": run.publishable_key })
    expect(JSON.stringify(await certificate.json())).toContain(name)

    const again = await preview(list(line()))
    expect(again.body.preview.counts).toMatchObject({ unchanged: 1, create: 0, update: 0 })
    expect((await commit(list(line()), again.body.preview.plan)).body.official_list).toMatchObject({ id: null, changes: [] })

    const corrected = await preview(list(line(3)))
    expect(corrected.body.preview.verdicts[0]).toMatchObject({ kind: "update", changes: [{ field: "star" }] })
    expect((await commit(list(line(3)), corrected.body.preview.plan)).body.official_list.counts).toMatchObject({ update: 1 })
    const history = (await (await get("/official/official-lists", province)).json()) as Answer["body"]
    expect(history.official_lists.length).toBeGreaterThanOrEqual(2)
  })

  test("is not written when it is another than the one seen, or has a bad row", async () => {
    const seen = await preview(list(line(4)))
    expect((await commit(list(line(3)), seen.body.preview.plan)).body.code).toBe("ocop.list_verdict_outdated")
    const mixed = list(line(4), line(4, "Chè sai", "99999"))
    const verdict = await preview(mixed)
    expect(verdict.body.preview.counts).toMatchObject({ update: 1, error: 1 })
    expect((await commit(mixed, verdict.body.preview.plan)).body.code).toBe("ocop.list_has_errors")
  })

  test("of a province gives no five stars; the operator writes down what the ministry gave", async () => {
    const five = list(line(5, `${name} năm sao`))
    const seen = await preview(five)
    expect(seen.body.preview.counts).toMatchObject({ error: 1, create: 0 })
    expect((await preview(five, operator, "/admin/ocop/official-lists")).body.preview.counts).toMatchObject({ error: 0, create: 1 })
  })

  test("of a province holds no row of another one; the operator's may", async () => {
    const foreign = list(line(4, `${name} xa`, "01273"))
    expect((await preview(foreign)).body.preview.counts).toMatchObject({ error: 1, create: 0 })
    const seen = await preview(foreign, operator, "/admin/ocop/official-lists")
    expect(seen.body.preview.counts.error).toBe(0)
  })

  test.each([
    ["a PDF", () => new Uint8Array(Buffer.from("%PDF-1.7")), 415, "ocop.list_wrong_format"],
    ["100,000 rows", () => `${HEADER}\n${"a,b,c,3,d,e\n".repeat(100_000)}`, 413, "ocop.list_too_many_rows"],
    ["6 MB", () => new Uint8Array(6 * 1024 * 1024).fill(65), 413, "ocop.list_too_large"],
    ["nothing", () => "", 400, "ocop.list_empty"],
    ["bytes of another alphabet", () => new Uint8Array(Buffer.from("T\xAAn s\xB6n ph\xC8m,x\n1,2", "latin1")), 400, "ocop.list_wrong_encoding"],
    ["half a zip", () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]), 400, "ocop.list_damaged"],
  ])("%s gets a refusal in words", async (_name, file, status, code) => {
    const answer = await preview(file())
    expect(answer).toMatchObject({ status, body: { code } })
  })
})

describe("who may", () => {
  test("nobody without a session, at any of the addresses", async () => {
    for (const path of ["official-lists", "official-lists/template.xlsx", "register.xlsx", "register.csv", "register.json"]) {
      expect((await get(`/official/${path}`)).status, path).toBe(401)
      expect((await get(`/admin/ocop/${path}`)).status, path).toBe(401)
      expect((await get(`/admin/ocop/${path}`, province)).status, path).toBe(401)
    }
    for (const base of ["/official/official-lists", "/admin/ocop/official-lists"]) {
      expect((await preview(list(line()), {}, base)).status).toBe(401)
      expect((await commit(list(line()), "0".repeat(64), {}, base)).status).toBe(401)
    }
  })

  test("a commune takes its own register along and enters nothing", async () => {
    expect((await preview(list(line()), commune)).status).toBe(403)
    expect((await commit(list(line()), "0".repeat(64), commune)).status).toBe(403)
    for (const path of ["official-lists", "official-lists/template.xlsx"]) expect((await get(`/official/${path}`, commune)).status, path).toBe(403)
    const me = (await (await get("/official/me", commune)).json()) as { unit: { code: string } }
    const { records } = (await (await get("/official/register.json?profile=ptnt", commune)).json()) as { records: { Ma_DonViHanhChinh: string }[] }
    expect(records.every((record) => record.Ma_DonViHanhChinh === me.unit.code)).toBe(true)
  })

  test("a province takes its own register along, in three formats and the ministry's fields", async () => {
    const { fields, records } = (await (await get("/official/register.json?profile=ptnt", province)).json()) as { fields: string[]; records: Record<string, unknown>[] }
    expect(fields).toEqual(["MA_OCOP", "Ma_DonViHanhChinh", "Ma_ThoiGian", "Ma_SanPham", "TenSanPham", "XepHang", "ChuTheSXKD", "DoanhThuNam", "TrangThai"])
    expect(records.length).toBeGreaterThan(0)
    const csv = await (await get("/official/register.csv", province)).text()
    expect(csv).toContain("Mã số đăng ký,Mã số sản phẩm,Tên sản phẩm")
    const xlsx = new Uint8Array(await (await get("/official/register.xlsx", province)).arrayBuffer())
    expect(String.fromCharCode(...xlsx.subarray(0, 2))).toBe("PK")
    // What the register gave out, it reads back.
    expect((await preview(xlsx)).status).toBe(200)
    expect((await get("/official/official-lists/template.xlsx", province)).status).toBe(200)
    expect((await get("/admin/ocop/register.xlsx", operator)).status).toBe(200)
  })
})
