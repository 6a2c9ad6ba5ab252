import { randomInt } from "node:crypto"
import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { newListing } from "./support/checkout"
import { best, DAY, fourStars, openProcedure, PHONES, unique, type Who } from "./support/dossiers"

// What an outsider, a producer, an official and a member of a council try beyond what is theirs.

const MINUTES = 60_000
const PDF = Buffer.from("%PDF-1.7\n% riêng\n")

const { p, criteria } = await openProcedure()

test("a private file has no address of its own, however its name is written", async () => {
  const { id } = await p.draft(unique("Chè tệp riêng"))
  expect((await p.attach("producer", id, PDF, { filename: "a.pdf", kind: "other" })).status).toBe(201)
  const names = readdirSync(join(dirname(process.env.TEST_RUN_JSON ?? ""), "uploads")).filter((name) => name.startsWith("private-"))
  expect(names.length).toBeGreaterThan(0)
  const name = names.at(-1) ?? ""
  for (const written of [name, `x%2F..%2F${name}`, `.%2F${name}`, `x%5C..%5C${name}`, `%2e/${name}`, `a/%2e%2e/${name}`]) {
    const answer = await fetch(`${p.run.backend}/uploads/${written}`)
    expect(answer.status, written).toBe(404)
    expect(await answer.text()).not.toContain("riêng")
  }
}, MINUTES)

test("half a character is refused at its field, where Postgres would have choked on it", async () => {
  const { id, version } = await p.draft(unique("Chè nửa chữ"))
  const save = (change: object) => p.ask("producer", "POST", `/dossiers/${id}`, { version, ...change })
  expect(await save({ form: { history: "a\ud800b" } })).toMatchObject({ status: 400, body: { fields: { "form.history": expect.any(String) } } })
  expect(await save({ self_assessment: { "1.1": { option: null, description: "\udc00" } } })).toMatchObject({ status: 400, body: { fields: { "self_assessment.1.1.description": expect.any(String) } } })
  expect((await save({ form: { history: "Chè 😀 cổ" } })).body.dossier?.form.history).toBe("Chè 😀 cổ")
}, MINUTES)

test("a form with every long text at its limit is saved, a sheet with every comment at its limit too", async () => {
  const { id, version } = await p.complete(unique("Chè dài"))
  const long = "ế".repeat(10_000)
  const texts = ["product_description", "history", "structure", "raw_materials", "quality_changes", "markets", "business_results", "plan", "changes"]
  const saved = await p.ask("producer", "POST", `/dossiers/${id}`, { version, form: Object.fromEntries(texts.map((field) => [field, long])) })
  expect(saved.status).toBe(200)
  expect(saved.body.dossier?.form.plan).toHaveLength(10_000)
  await p.advised(id)
  await p.act("province", id, "open_council", { council_id: p.council })
  const sheet = await p.sheet("chair", id)
  const comments = Object.fromEntries(criteria.map(({ no }) => [no, "ộ".repeat(2_000)]))
  expect((await p.ask("chair", "POST", `/dossiers/${id}/sheet`, { version: sheet.version, options: best(criteria), comments })).status).toBe(200)
}, 2 * MINUTES)

test("a producer can't hand in what an authority adds", async () => {
  const { id } = await p.draft(unique("Chè giả văn bản"))
  expect(await p.attach("producer", id, PDF, { filename: "quyet-dinh.pdf", kind: "official" })).toMatchObject({ status: 400, body: { code: "dossier.kind_not_yours", fields: { kind: expect.any(String) } } })
  const cut = await p.attach("producer", id, PDF, { filename: `${"a".repeat(119)}😀😀.pdf`, kind: "other" })
  expect((cut.body.attachment as unknown as { filename: string }).filename).toBe(`${"a".repeat(119)}😀.pdf`)
}, MINUTES)

test("what the representative consented to tell the offices goes to no rater and no operator; a commune sees no rater's sheet", async () => {
  const { id } = await p.complete(unique("Chè riêng tư"), { kind: "first" }, { sensitive_consent: true, representative_gender: "female", representative_ethnicity: "Sán Dìu" })
  await p.advised(id)
  await p.act("province", id, "open_council", { council_id: p.council })
  const paper = async (who: Who) => p.fetchFile(who, `/official/dossiers/${id}/documents/mau-02-bao-cao-tu-danh-gia.docx`).then(async (file) => inflated(Buffer.from(await file.arrayBuffer())))
  for (const who of ["commune", "province"] as Who[]) {
    expect((await p.see(who, id)).form.representative_ethnicity, who).toBe("Sán Dìu")
    expect(await paper(who), who).toContain("Sán Dìu")
  }
  for (const who of ["consultant", "chair", "secretary", "member1"] as Who[]) {
    expect((await p.see(who, id)).form.representative_ethnicity, who).toBeNull()
    expect(await paper(who), who).not.toContain("Sán Dìu")
  }
  for (const member of ["chair", "member1", "member2"] as Who[]) await p.handIn(member, id, fourStars(criteria))
  await p.act("secretary", id, "close_council", { minutes: { held_on: DAY } })
  expect(await p.ask("commune", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 403, body: { code: "dossier.not_your_act" } })
}, 3 * MINUTES)

test("a listing gets its badge by its producer's word only where it is called like what was rated", async () => {
  const own = async (id: string) => {
    const { listings } = (await p.ask("producer", "GET", "/dossiers/options")).body as unknown as { listings: { id: string; title: string; linked: boolean }[] }
    return listings.find((one) => one.id === id)
  }
  const linkedAfter = async (name: (title: string) => string) => {
    const { id: listing_id } = await newListing(p.run, 1)
    const { id } = await p.complete(name((await own(listing_id))?.title ?? ""), { kind: "first", listing_id })
    await p.advised(id)
    await p.rated(id, fourStars(criteria))
    expect((await p.act("province", id, "recognise", { decision_no: "9/QĐ-UBND", decided_on: DAY })).state).toBe("recognised")
    return (await own(listing_id))?.linked
  }
  expect(await linkedAfter(() => unique("Rượu sâm"))).toBe(false)
  expect(await linkedAfter((title) => title)).toBe(true)
}, 4 * MINUTES)

test("of two who open a dossier for one product at once the second is told so, in the house's words", async () => {
  const { id } = await p.complete(unique("Chè hai lần mở"))
  await p.advised(id)
  await p.rated(id, fourStars(criteria))
  const { recognition } = await p.act("province", id, "recognise", { decision_no: "10/QĐ-UBND", decided_on: DAY })
  const open = () => p.ask("producer", "POST", "/dossiers", { kind: "upgrade", product_set_no: 11, ocop_product_id: recognition?.ocop_product_id })
  const answers = await Promise.all([open(), open(), open(), open()])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === "dossier.already_open")).toBe(true)
}, 3 * MINUTES)

test("a stale council makes nobody an official", async () => {
  const members = [
    { phone: PHONES.chair, name: "Chủ tịch", organisation: null, role: "chair" },
    { phone: PHONES.secretary, name: "Thư ký", organisation: null, role: "secretary" },
    { phone: PHONES.member1, name: "Thành viên", organisation: null, role: "member" },
  ]
  const made = (await p.ask("province", "POST", "/councils", { name: unique("Hội đồng"), decision_no: null, decided_on: null, members })).body.council as unknown as { id: string; version: number }
  const stranger = { phone: `09${String(randomInt(1e8)).padStart(8, "0")}`, name: "Người lạ", organisation: null, role: "member" }
  const stale = await p.ask("province", "POST", `/councils/${made.id}`, { version: made.version + 1, name: "x", decision_no: null, decided_on: null, members: [...members, stranger] })
  expect(stale).toMatchObject({ status: 409, body: { code: "dossier.changed_meanwhile" } })
  const again = await p.ask("province", "POST", "/councils", { name: unique("Hội đồng"), decision_no: null, decided_on: null, members: [...members, { ...stranger, name: "Tên mới" }] })
  expect((again.body.council as unknown as { members: { name: string }[] }).members.at(-1)?.name).toBe("Tên mới")
  // Councils set up at the same moment share their new member.
  const newcomer = { ...stranger, phone: `09${String(randomInt(1e8)).padStart(8, "0")}` }
  const both = await Promise.all([1, 2, 3].map(() => p.ask("province", "POST", "/councils", { name: unique("Hội đồng"), decision_no: null, decided_on: null, members: [...members, newcomer] })))
  expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(both.map(({ body }) => (body.council as unknown as { members: { official_id: string }[] }).members.at(-1)?.official_id)).size).toBe(1)
}, MINUTES)

test("without a token every door answers in the house's words", async () => {
  for (const path of ["/official/dossiers", "/OFFICIAL/register.csv", "/official/me", "/seller/dossiers"]) {
    const answer = await fetch(`${p.run.backend}${path}`, { headers: { "accept-language": "vi" } })
    expect(answer.status, path).toBe(401)
    expect(((await answer.json()) as { message: string }).message, path).toMatch(/đăng nhập/i)
  }
  const wrongDoor = await fetch(`${p.run.backend}/official/dossiers`, { headers: p.headers.producer })
  expect(wrongDoor.status).toBe(401)
})

/** The text of the parts of a document. */
async function inflated(file: Buffer): Promise<string> {
  const { unzipSync, strFromU8 } = await import("fflate")
  return Object.values(unzipSync(file)).map((part) => strFromU8(part)).join("\n")
}
