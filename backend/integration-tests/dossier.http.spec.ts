import { randomInt } from "node:crypto"
import { describe, expect, test } from "vitest"
import { best, cappedAtFour, DAY, FORM, fourStars, least, openProcedure, PHONES, points, unique, type Who } from "./support/dossiers"

const MINUTES = 60_000

const { p, criteria } = await openProcedure()

async function badgeOf(code: string): Promise<string> {
  const response = await fetch(`${p.run.backend}/store/certificates/${code}`, { headers: { "x-publishable-api-key": p.run.publishable_key } })
  return response.text()
}

test("a tea goes from draft to four stars, returned once by the commune and once by the province", async () => {
  const name = unique("Chè bốn sao")
  const draft = await p.draft(name)
  expect(draft.acts).toEqual(["edit", "attach", "submit", "withdraw"])
  expect(draft.form).toMatchObject({ product_name: name, organisation_kind: "cooperative" })
  const early = await p.tryAct("producer", draft.id, "submit")
  expect(early).toMatchObject({ status: 400, body: { code: "dossier.incomplete" } })
  expect(early.body.fields).toMatchObject({ "form.history": "Chưa điền: Lịch sử hình thành.", "form.samples": "Cần gửi kèm 05 sản phẩm mẫu.".replace("05", "5") })

  const answers = Object.fromEntries(Object.entries(best(criteria)).map(([no, option]) => [no, { option }]))
  const saved = await p.ask("producer", "POST", `/dossiers/${draft.id}`, { version: draft.version, form: FORM, self_assessment: answers })
  expect(saved.body.dossier?.missing).toEqual([])
  const submitted = await p.act("producer", draft.id, "submit")
  expect(submitted.receipt_no).toMatch(/^\d{2,}-11\/PĐK-19-05503-20\d{2}$/)
  expect(submitted).toMatchObject({ state: "submitted", deadline: { basis: "commune_15_working_days" }, acts: ["withdraw"] })

  const returned = await p.act("commune", draft.id, "return_to_producer", { note: "Bổ sung ảnh vùng chè" })
  expect(returned).toMatchObject({ state: "returned_by_commune", deadline: null })
  expect((await p.see("producer", draft.id)).returned?.note).toBe("Bổ sung ảnh vùng chè")
  expect((await p.act("producer", draft.id, "submit")).receipt_no).toBe(submitted.receipt_no)

  const report = { local_material: "Đúng", local_labour: "Đúng", idea_origin: "Truyền thống", local_identity: "Có" }
  expect((await p.act("commune", draft.id, "report", { report })).state).toBe("commune_reported")
  expect((await p.see("producer", draft.id)).commune_report).toBeNull()
  expect(await p.tryAct("commune", draft.id, "forward", { letter_no: "2/TTr", letter_date: DAY, samples: 4 })).toMatchObject({ status: 400, body: { code: "dossier.samples_missing" } })
  expect(await p.tryAct("commune", draft.id, "forward", { letter_no: "2/TTr", letter_date: "2099-01-01", samples: 5 })).toMatchObject({ status: 400, body: { code: "dossier.date_impossible" } })
  const forwarded = await p.act("commune", draft.id, "forward", { letter_no: "2/TTr", letter_date: DAY, samples: 5 })
  expect(forwarded).toMatchObject({ state: "at_province", deadline: { basis: "province_round" }, acts: [] })
  expect(forwarded.province_receipt_no).toMatch(/PĐK-19-05503/)

  expect((await p.act("province", draft.id, "return_to_producer", { note: "Thiếu phiếu kiểm nghiệm" })).state).toBe("returned_by_province")
  expect((await p.act("producer", draft.id, "submit")).state).toBe("at_province")
  expect(await p.tryAct("province", draft.id, "open_council", { council_id: p.council })).toMatchObject({ status: 409, body: { code: "dossier.not_now" } })
  const consultants = [{ phone: PHONES.consultant, name: "Chuyên gia", organisation: null }]
  await p.act("province", draft.id, "consult", { consultants })
  await p.act("consultant", draft.id, "advise", { advice: { summary: "Đủ", recommendation: "put_to_council" } })
  expect((await p.see("producer", draft.id)).advice).toBeNull()

  const ticks = fourStars(criteria)
  expect(points(criteria, ticks)).toBeLessThan(90)
  const scored = await p.rated(draft.id, ticks)
  expect(scored.ratings[0]?.result).toMatchObject({ average: `${points(criteria, ticks)}.00`, star: 4 })
  expect((await p.see("producer", draft.id)).ratings).toEqual([])

  const decided = await p.act("province", draft.id, "recognise", { decision_no: "321/QĐ-UBND", decided_on: DAY })
  expect(decided).toMatchObject({ state: "recognised", star: 4, acts: [] })
  expect(decided.recognition?.product_code).toMatch(/^19-05503-\d+-20\d{2}$/)
  const badge = await badgeOf(decided.recognition?.certificate_code ?? "")
  expect(badge).toContain(name)
  expect(badge).toContain("321/QĐ-UBND")
  const own = await p.see("producer", draft.id)
  expect(own.ratings[0]).toMatchObject({ result: { star: 4 }, seats: [] })
  expect(own.events.filter(({ by }) => by.role !== "producer" && by.role !== "commune").every(({ by }) => by.name === null)).toBe(true)

  const inbox = await fetch(`${p.run.backend}/sandbox/messages?to=0900000001`, { headers: { accept: "application/json" } })
  expect(await inbox.text()).toContain(name)
  for (const file of (await p.see("province", draft.id)).documents) {
    const response = await p.fetchFile("province", `/official/dossiers/${draft.id}/documents/${file}`)
    expect(response.status, file).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2).toString()).toBe("PK")
  }
  expect((await p.see("province", draft.id)).documents).toHaveLength(7)
  expect((await p.see("producer", draft.id)).documents).not.toContain("bien-ban-hop-hoi-dong.docx")
}, 4 * MINUTES)

test("below fifty points nothing is recognised, and the law leaves no other way", async () => {
  const { id } = await p.complete(unique("Chè dưới năm mươi"))
  await p.advised(id)
  const scored = await p.rated(id, least(criteria))
  expect(points(criteria, least(criteria))).toBeLessThan(50)
  expect(scored.ratings[0]?.result?.star).toBeLessThan(3)
  expect((await p.see("province", id)).acts).toEqual(["attach", "refuse"])
  expect(await p.tryAct("province", id, "recognise", { decision_no: "1", decided_on: DAY })).toMatchObject({ status: 409, body: { code: "dossier.not_now" } })
  expect((await p.act("province", id, "refuse", { decided_on: DAY, note: "Dưới 50 điểm" })).state).toBe("not_recognised")
}, 4 * MINUTES)

test("ninety points without a minimum of five stars are four stars, for the province to recognise", async () => {
  const { id } = await p.complete(unique("Chè thiếu tối thiểu"))
  await p.advised(id)
  const scored = await p.rated(id, cappedAtFour(criteria))
  expect(scored.ratings[0]?.result).toMatchObject({ band: 5, star: 4 })
  expect(scored.ratings[0]?.result?.capped_by).toEqual([expect.objectContaining({ star: 5 })])
  expect((await p.see("province", id)).acts).toEqual(["attach", "recognise", "refuse"])
  expect((await p.act("province", id, "recognise", { decision_no: "322/QĐ-UBND", decided_on: DAY })).star).toBe(4)
}, 4 * MINUTES)

test("five stars go by the ministry; back from there, the province recognises four", async () => {
  const five = await p.complete(unique("Chè năm sao"))
  await p.advised(five.id)
  await p.rated(five.id, best(criteria))
  expect(await p.ask("ministry", "GET", `/dossiers/${five.id}`)).toMatchObject({ status: 404 })
  expect((await p.see("province", five.id)).acts).toEqual(["attach", "approve_potential_5", "refuse"])
  await p.act("province", five.id, "approve_potential_5", { decision_no: "323/QĐ-UBND", decided_on: DAY })
  await p.act("province", five.id, "send_to_ministry", { letter_no: "9/UBND", letter_date: DAY, samples: 5 })
  expect((await p.act("ministry", five.id, "return_to_province", { note: "Thiếu hồ sơ giấy" })).state).toBe("approved_potential_5")
  await p.act("province", five.id, "send_to_ministry", { letter_no: "10/UBND", letter_date: DAY, samples: 5 })
  await p.rated(five.id, best(criteria), "ministry")
  expect(await p.tryAct("province", five.id, "recognise", { decision_no: "1", decided_on: DAY })).toMatchObject({ status: 409 })
  const recognised = await p.act("ministry", five.id, "recognise", { decision_no: "55/QĐ-BNNMT", decided_on: DAY })
  expect(recognised).toMatchObject({ state: "recognised", star: 5 })
  expect(await badgeOf(recognised.recognition?.certificate_code ?? "")).toContain("Bộ Nông nghiệp và Môi trường")

  const back = await p.complete(unique("Chè trả về tỉnh"))
  await p.advised(back.id)
  await p.rated(back.id, best(criteria))
  await p.act("province", back.id, "approve_potential_5", { decision_no: "324/QĐ-UBND", decided_on: DAY })
  await p.act("province", back.id, "send_to_ministry", { letter_no: "11/UBND", letter_date: DAY, samples: 5 })
  await p.rated(back.id, fourStars(criteria), "ministry")
  expect((await p.act("ministry", back.id, "send_back", { letter_no: "3/BNNMT", letter_date: DAY })).state).toBe("back_to_province")
  expect((await p.see("province", back.id)).acts).toEqual(["attach", "open_council", "recognise", "refuse"])
  expect(await p.act("province", back.id, "recognise", { decision_no: "325/QĐ-UBND", decided_on: DAY })).toMatchObject({ state: "recognised", star: 4 })
}, 6 * MINUTES)

describe("who may do what", () => {
  const ALL: Who[] = ["producer", "otherProducer", "commune", "otherCommune", "province", "otherProvince", "ministry", "consultant", "chair", "member1"]
  const seenBy = async (id: string) => {
    const seen: Who[] = []
    for (const who of ALL) if ((await p.ask(who, "GET", `/dossiers/${id}`)).status === 200) seen.push(who)
    return seen
  }

  test("a dossier is seen by its producer, its commune and province, and by those it was put to", async () => {
    const { id } = await p.complete(unique("Chè phạm vi"))
    expect(await seenBy(id)).toEqual(["producer"])
    await p.act("producer", id, "submit")
    expect(await seenBy(id)).toEqual(["producer", "commune", "province"])
    const { version } = await p.see("commune", id)
    for (const who of ["otherProducer", "otherCommune", "otherProvince", "ministry", "consultant", "chair"] as Who[]) {
      expect(await p.tryAct(who, id, "return_to_producer", { note: "x" }, version), who).toMatchObject({ status: 404, body: { code: "dossier.unknown_dossier" } })
      for (const path of ["criteria", "documents/mau-01-phieu-dang-ky.docx"]) expect((await p.ask(who, "GET", `/dossiers/${id}/${path}`)).status, `${who} ${path}`).toBe(404)
    }
    expect(await p.tryAct("province", id, "report", { report: { local_material: "x", local_labour: "x", idea_origin: "x", local_identity: "x" } })).toMatchObject({ status: 403, body: { code: "dossier.not_your_act" } })
    expect(await p.tryAct("producer", id, "recognise", { decision_no: "1", decided_on: DAY })).toMatchObject({ status: 403 })
    expect(await p.tryAct("commune", id, "forward", { letter_no: "1", letter_date: DAY, samples: 5 })).toMatchObject({ status: 409, body: { code: "dossier.not_now", state: "submitted" } })
    expect(await p.ask("producer", "POST", `/dossiers/${id}`, { version, form: { history: "đổi" } })).toMatchObject({ status: 409, body: { code: "dossier.not_now" } })
  }, 2 * MINUTES)

  test("a council works each for itself until its own sheet is in; who steps out is gone, and doesn't count", async () => {
    const { id } = await p.complete(unique("Chè hội đồng"))
    await p.advised(id)
    expect(await p.ask("consultant", "GET", `/dossiers/${id}`)).toMatchObject({ status: 200 })
    await p.act("province", id, "open_council", { council_id: p.council })
    expect(await p.ask("centralChair", "GET", `/dossiers/${id}`)).toMatchObject({ status: 404 })
    expect(await p.ask("chair", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 403, body: { code: "dossier.hand_in_first" } })
    expect(await p.ask("province", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 403, body: { code: "dossier.council_still_open" } })
    expect(await p.ask("producer", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 404 })
    expect(await p.ask("secretary", "GET", `/dossiers/${id}/sheet`)).toMatchObject({ status: 404, body: { code: "dossier.no_sheet" } })
    expect(await p.tryAct("secretary", id, "close_council", { minutes: { held_on: DAY } })).toMatchObject({ status: 409, body: { code: "dossier.no_quorum" } })

    const some = Object.fromEntries(Object.entries(best(criteria)).slice(0, 3))
    expect(await p.tryHandIn("chair", id, some)).toMatchObject({ status: 400, body: { code: "dossier.sheet_incomplete" } })
    expect((await p.tryHandIn("chair", id, some, false)).status).toBe(200)
    expect(await p.tryHandIn("chair", id, { ...some, "99.9": 1 }, false)).toMatchObject({ status: 400, body: { code: "ocop.wrong_choices" } })
    await p.handIn("chair", id, best(criteria))
    expect(await p.ask("chair", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 200, body: { comparison: { closed: false, members: [{ role: "chair" }] } } })
    expect(await p.tryHandIn("chair", id, least(criteria))).toMatchObject({ status: 409, body: { code: "dossier.sheet_handed_in" } })
    const seat = (await p.see("chair", id)).ratings[0]?.seats.find(({ role }) => role === "chair")
    expect(await p.tryAct("member1", id, "reopen_sheet", { sheet_id: seat?.sheet_id, reason: "x" })).toMatchObject({ status: 403 })
    await p.act("secretary", id, "reopen_sheet", { sheet_id: seat?.sheet_id, reason: "Nhầm tiêu chí 4.1" })
    await p.handIn("chair", id, fourStars(criteria))

    await p.handIn("member1", id, least(criteria))
    expect(await p.tryAct("member1", id, "recuse", { reason: "Người nhà của chủ thể" })).toMatchObject({ status: 200, body: { dossier: null } })
    expect(await p.ask("member1", "GET", `/dossiers/${id}`)).toMatchObject({ status: 404 })
    expect(await p.tryAct("secretary", id, "close_council", { minutes: { held_on: DAY } })).toMatchObject({ status: 409, body: { code: "dossier.no_quorum" } })
    await p.handIn("member2", id, fourStars(criteria))
    const closed = await p.act("secretary", id, "close_council", { minutes: { held_on: DAY } })
    expect(closed.ratings[0]).toMatchObject({ quorum: { needed: 2, handed_in: 2, of: 3 }, result: { average: `${points(criteria, fourStars(criteria))}.00` } })
    expect(await p.ask("province", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 200, body: { comparison: { closed: true } } })
    expect(await p.ask("consultant", "GET", `/dossiers/${id}/comparison`)).toMatchObject({ status: 200 })
  }, 4 * MINUTES)

  test("chair and secretary can't both step out", async () => {
    const { id } = await p.complete(unique("Chè từ chối"))
    await p.advised(id)
    await p.act("province", id, "open_council", { council_id: p.council })
    expect((await p.tryAct("chair", id, "recuse", { reason: "Có lợi ích liên quan" })).status).toBe(200)
    expect(await p.tryAct("secretary", id, "recuse", { reason: "Cũng vậy" })).toMatchObject({ status: 409, body: { code: "dossier.nobody_left_to_close" } })
  }, 2 * MINUTES)

  test("who is appointed sees dossiers, and nothing else of the officials' door", async () => {
    for (const who of ["chair", "consultant", "centralMember"] as Who[]) {
      expect((await p.ask(who, "GET", "/me")).status).toBe(200)
      for (const path of ["/listing-rate?unit=19", "/register.csv", "/official-lists", "/councils", "/LISTING-RATE?unit=19", "/dossiers/../register.csv"]) expect([403, 404], `${who} ${path}`).toContain((await p.ask(who, "GET", path)).status)
      expect((await p.ask(who, "POST", "/official-lists/preview?filename=x.csv")).status).toBe(403)
    }
    for (const who of ["commune", "chair"] as Who[]) expect((await p.ask(who, "POST", "/councils", council())).status).toBe(403)
    expect((await p.ask("otherProvince", "GET", `/councils/${p.council}`)).status).toBe(404)
  }, 2 * MINUTES)
})

const council = (more: Record<string, unknown> = {}) => ({
  name: unique("Hội đồng thử"),
  decision_no: "1/QĐ-UBND",
  decided_on: DAY,
  members: [
    { phone: PHONES.chair, name: "Chủ tịch", organisation: null, role: "chair" },
    { phone: PHONES.secretary, name: "Thư ký", organisation: null, role: "secretary" },
    { phone: PHONES.member1, name: "Thành viên", organisation: "Sở Y tế", role: "member" },
  ],
  ...more,
})

test("a council has one chair, one secretary, nobody twice, and is changed by who saw it last", async () => {
  const members = council().members
  for (const [bad, field] of [
    [members.slice(0, 2), "members"],
    [[...members, { ...members[0] }], "members"],
    [[members[0], members[1], { ...members[2], phone: "12" }], "members.2.phone"],
    [[members[0], members[1], { ...members[2], phone: PHONES.chair }], "members.2"],
    [[members[0], members[1], { official_id: "offi_nobody", organisation: null, role: "member" }], "members.2.official_id"],
  ] as const) {
    const refused = await p.ask("province", "POST", "/councils", council({ members: bad }))
    expect(refused).toMatchObject({ status: 400, body: { fields: { [field]: expect.any(String) } } })
  }
  const made = await p.ask("province", "POST", "/councils", council())
  expect(made.status).toBe(201)
  const { id, version } = made.body.council as unknown as { id: string; version: number }
  const changes = await Promise.all([1, 2].map(() => p.ask("province", "POST", `/councils/${id}`, { version, ...council() })))
  expect(changes.map(({ status }) => status).sort()).toEqual([200, 409])
}, MINUTES)

describe("at the same time", () => {
  test("two officials do one thing: one does it, the other is told, and nothing is done twice", async () => {
    const { id } = await p.complete(unique("Chè hai cán bộ"))
    await p.act("producer", id, "submit")
    const { version } = await p.see("commune", id)
    const report = { local_material: "a", local_labour: "b", idea_origin: "c", local_identity: "d" }
    const answers = await Promise.all([p.tryAct("commune", id, "report", { report }, version), p.tryAct("commune", id, "return_to_producer", { note: "x" }, version), p.tryAct("producer", id, "withdraw", {}, version)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === "dossier.changed_meanwhile" && body.version === version + 1)).toBe(true)
    expect((await p.see("producer", id)).events.filter(({ act }) => ["report", "return_to_producer", "withdraw"].includes(act))).toHaveLength(1)
  }, MINUTES)

  test("a stale page overwrites nothing", async () => {
    const draft = await p.draft(unique("Chè hai máy"))
    const save = (version: number, history: string) => p.ask("producer", "POST", `/dossiers/${draft.id}`, { version, form: { history } })
    expect((await save(draft.version, "máy một")).status).toBe(200)
    expect(await save(draft.version, "máy hai")).toMatchObject({ status: 409, body: { code: "dossier.changed_meanwhile" } })
    expect((await p.see("producer", draft.id)).form.history).toBe("máy một")
  }, MINUTES)

  test("receipt numbers have no gap and no double", async () => {
    const drafts = []
    for (let i = 0; i < 8; i += 1) drafts.push(await p.complete(unique("Chè song song")))
    const submitted = await Promise.all(drafts.map(({ id, version }) => p.tryAct("producer", id, "submit", {}, version)))
    expect(submitted.map(({ status }) => status)).toEqual(submitted.map(() => 200))
    const serials = submitted.map(({ body }) => Number(String(body.dossier?.receipt_no).split("-")[0])).sort((a, b) => a - b)
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i))
    const [one] = drafts
    // A refused submission takes no number along.
    const incomplete = await p.draft(unique("Chè thiếu"))
    expect((await p.tryAct("producer", incomplete.id, "submit")).status).toBe(400)
    const next = await p.complete(unique("Chè kế tiếp"))
    expect(String((await p.act("producer", next.id, "submit")).receipt_no).split("-")[0]).toBe(String((serials.at(-1) ?? 0) + 1).padStart(2, "0"))
    expect(one).toBeDefined()
  }, 3 * MINUTES)
})

describe("files", () => {
  const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")

  test("what is no document, too large or for nobody is not taken", async () => {
    const { id } = await p.draft(unique("Chè tệp"))
    const query = { filename: "giay-phep.pdf", kind: "business_registration" }
    expect(await p.attach("producer", id, "<!doctype html><script>alert(1)</script>", query)).toMatchObject({ status: 400, body: { code: "dossier.file_not_accepted" } })
    expect(await p.attach("producer", id, new Uint8Array(10 * 1024 * 1024 + 1).fill(37), query)).toMatchObject({ status: 413, body: { code: "dossier.file_too_large" } })
    expect(await p.attach("producer", id, PDF, { ...query, kind: "bribe" })).toMatchObject({ status: 400, body: { fields: { kind: expect.any(String) } } })
    expect(await p.attach("producer", id, PDF, { ...query, criterion: "99.9" })).toMatchObject({ status: 400, body: { code: "dossier.criterion_unknown" } })
    expect(await p.attach("otherProducer", id, PDF, query)).toMatchObject({ status: 404 })
    expect((await p.see("producer", id)).attachments).toEqual([])
  }, MINUTES)

  test("a file is kept under its own name without a path, and downloaded by who may see the dossier", async () => {
    const { id } = await p.complete(unique("Chè đính kèm"))
    const added = await p.attach("producer", id, PDF, { filename: "../../../Giấy phép\u202e.pdf.html", kind: "quality_declaration", criterion: "4.1" })
    expect(added).toMatchObject({ status: 201, body: { attachment: { filename: "Giấy phép.pdf.html.pdf", content_type: "application/pdf", criterion: "4.1" } } })
    const { id: fileId, url } = added.body.attachment as unknown as { id: string; url: string }
    const file = await p.fetchFile("producer", url)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF)
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="Giay phep\.pdf\.html\.pdf"; filename\*=UTF-8''Gi/)
    expect(file.headers.get("x-content-type-options")).toBe("nosniff")
    expect(file.headers.get("cache-control")).toContain("no-store")
    const official = url.replace("/seller/", "/official/")
    expect((await p.fetchFile("commune", official)).status).toBe(404)
    await p.act("producer", id, "submit")
    expect((await p.fetchFile("commune", official)).status).toBe(200)
    for (const who of ["otherCommune", "otherProvince", "ministry", "consultant"] as Who[]) expect((await p.fetchFile(who, official)).status, who).toBe(404)
    expect(await p.ask("producer", "DELETE", `/dossiers/${id}/attachments/${fileId}`)).toMatchObject({ status: 409 })
    expect(await p.ask("commune", "DELETE", `/dossiers/${id}/attachments/${fileId}`)).toMatchObject({ status: 403 })
    await p.act("commune", id, "return_to_producer", { note: "x" })
    expect(await p.ask("producer", "DELETE", `/dossiers/${id}/attachments/${fileId}`)).toMatchObject({ status: 200, body: { attachment: { removed: "marked" } } })
    expect((await p.see("producer", id)).attachments[0]?.withdrawn_at).toEqual(expect.any(String))

    const fresh = await p.draft(unique("Chè bỏ tệp"))
    const gone = (await p.attach("producer", fresh.id, PDF, { filename: "a.pdf", kind: "other" })).body.attachment as unknown as { id: string; url: string }
    expect(await p.ask("producer", "DELETE", `/dossiers/${fresh.id}/attachments/${gone.id}`)).toMatchObject({ status: 200, body: { attachment: { removed: "deleted" } } })
    expect((await p.fetchFile("producer", gone.url)).status).toBe(404)
  }, MINUTES)
})

test("nothing sensitive is kept without consent", async () => {
  const { id, version } = await p.draft(unique("Chè riêng tư"))
  const save = (form: Record<string, unknown>) => p.ask("producer", "POST", `/dossiers/${id}`, { version, form })
  expect(await save({ representative_ethnicity: "Tày" })).toMatchObject({ status: 400, body: { code: "dossier.consent_missing" } })
  expect((await save({ representative_ethnicity: "Tày", sensitive_consent: true })).body.dossier?.form).toMatchObject({ representative_ethnicity: "Tày" })
}, MINUTES)

test("officials filter what waits for them; counts and list agree", async () => {
  const name = unique("Chè lọc")
  const { id } = await p.complete(name)
  await p.act("producer", id, "submit")
  const list = async (who: Who, query: string) => (await p.ask(who, "GET", `/dossiers?${query}`)).body as unknown as { dossiers: { id: string; state: string; acts: string[] }[]; count: number; by_state: Record<string, number> }
  const mine = await list("commune", `mine=true&limit=200&q=${encodeURIComponent(name)}`)
  expect(mine.dossiers).toMatchObject([{ id, state: "submitted", acts: ["attach", "report", "return_to_producer"] }])
  expect((await list("province", `mine=true&q=${encodeURIComponent(name)}`)).count).toBe(0)
  expect((await list("province", `q=${encodeURIComponent(name)}`)).count).toBe(1)
  expect((await list("province", `state=submitted&overdue=true&q=${encodeURIComponent(name)}`)).count).toBe(0)
  expect((await list("otherCommune", "")).count).toBe(0)
  const all = await list("commune", "limit=1")
  expect(Object.values(all.by_state).reduce((a, b) => a + b, 0)).toBe(all.count)
  expect(all.by_state.draft).toBeUndefined()
  expect(await p.ask("commune", "GET", "/dossiers?state=nonsense")).toMatchObject({ status: 400, body: { fields: { state: expect.any(String) } } })
}, MINUTES)

test("officials keep to a product set and choose the order; the API says in their language what it can't do", async () => {
  const mark = unique("Chè xếp")
  const made: string[] = []
  for (const [name, set] of [["Đậm", 11], ["Ấm", 11], ["Dịu", 11], ["Cốm", 12]] as const) {
    const { id } = await p.complete(`${mark} ${name}`, { kind: "first", product_set_no: set })
    made.push(id)
    if (set === 11) await p.act("producer", id, "submit")
  }
  const ask = async (query: string) => (await p.ask("province", "GET", `/dossiers?q=${encodeURIComponent(mark)}&${query}`)).body as unknown as { dossiers: { id: string }[]; count: number; by_set: { set_no: number; name: string; count: number }[] }
  const ids = async (query: string) => (await ask(query)).dossiers.map(({ id }) => id)
  const [dam, am, diu] = made
  expect(await ids("sort=name")).toEqual([am, diu, dam])
  expect(await ids("sort=-name")).toEqual([dam, diu, am])
  expect([...(await ids("sort=name&limit=2")), ...(await ids("sort=name&limit=2&offset=2"))]).toEqual([am, diu, dam])
  expect(await ids("sort=commune")).toEqual([am, diu, dam])
  for (const same of ["deadline", "-deadline", "submitted", "-submitted"]) expect(await ids(`sort=${same}`)).toEqual([dam, am, diu].sort())
  expect((await ask("set_no=11")).count).toBe(3)
  const other = await ask("set_no=12")
  expect(other.count).toBe(0)
  expect(other.by_set.find(({ set_no }) => set_no === 11)).toMatchObject({ name: expect.stringContaining("hè"), count: expect.any(Number) })

  const refused = async (query: string, language: string) => {
    const response = await fetch(`${p.run.backend}/official/dossiers?${query}`, { headers: { ...p.headers.province, "accept-language": language } })
    return { status: response.status, fields: ((await response.json()) as { fields: Record<string, string> }).fields }
  }
  expect(await refused("set_no=x&sort=star", "vi")).toEqual({ status: 400, fields: { set_no: "Số của bộ sản phẩm là số từ 1 đến 99.", sort: expect.stringContaining("Chỉ sắp xếp được theo deadline") } })
  expect(await refused("set_no=0&sort=name,id", "en")).toEqual({ status: 400, fields: { set_no: expect.stringContaining("from 1 to 99"), sort: expect.stringContaining("Dossiers are sorted by") } })
}, 3 * MINUTES)

test("offices that appoint the same new person at once all get the same official", async () => {
  const phone = `09${randomInt(10_000_000, 99_999_999)}`
  const member = { phone, name: "Người mới", organisation: null, role: "member" }
  const answers = await Promise.all(Array.from({ length: 6 }, () => p.ask("province", "POST", "/councils", council({ members: [...council().members, member] }))))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  const ids = answers.map(({ body }) => (body.council as unknown as { members: { official_id: string }[] }).members.at(-1)?.official_id)
  expect(new Set(ids).size).toBe(1)
}, MINUTES)
