import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { SaxesParser } from "saxes"
import { expect, test } from "vitest"
import { emptyDossier, fullDossier } from "../../testing/dossier-facts"
import { cleanText } from "./clean-text"
import { DOSSIER_DOCUMENTS } from "./dossier-documents"
import { DOCUMENT_FILES, type DossierFacts } from "./dossier-facts"
import { dateInWords, inSentence } from "./paper"

type Read = { text: string; dottedLines: number; landscape: boolean }

/** Every part of the file as an XML reader takes it: a character that may not stand there throws. */
function read(bytes: Uint8Array): Read {
  const parts = unzipSync(bytes)
  for (const xml of Object.values(parts)) wellFormed(strFromU8(xml))
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array())
  return { text: wellFormed(body), dottedLines: body.match(/<w:r><w:tab\/><\/w:r>/g)?.length ?? 0, landscape: body.includes('w:orient="landscape"') }
}

function wellFormed(xml: string): string {
  const parser = new SaxesParser({ xmlns: true })
  let text = ""
  parser.on("error", (error) => {
    throw error
  })
  parser.on("text", (piece) => {
    text += piece
  })
  parser.on("opentag", ({ name }) => {
    if (name === "w:p" || name === "w:br") text += "\n"
  })
  parser.write(xml).close()
  return text
}

const print = async (file: (typeof DOCUMENT_FILES)[number], facts: DossierFacts) => read(await DOSSIER_DOCUMENTS[file](facts))

test("form 01 says everything that was filled in, and which kind of dossier it is", async () => {
  const { text, dottedLines } = await print("mau-01-phieu-dang-ky.docx", fullDossier())
  for (const said of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "của tỉnh Thái Nguyên năm 2026",
    "- Tên đơn vị: Hợp tác xã chè Ngọc Sương",
    "- Họ tên người đại diện pháp lý: Nguyễn Thị Ngọc Sương",
    "- Chức vụ: Giám đốc",
    "- Địa chỉ liên hệ: Xóm Hồng Thái 2, xã Tân Cương, tỉnh Thái Nguyên",
    "- Điện thoại: 0912 345 678; Email: ngocsuong@example.vn",
    "2. Tên sản phẩm: Chè đinh Ngọc Sương",
    "Đồ uống, Chè, Chè tươi, chế biến",
    "Lần đầu: ☐     Nâng hạng: ☐     Đánh giá lại: ☑",
    "- Sản phẩm mẫu (số lượng): 5 sản phẩm",
    "Tân Cương, ngày 01 tháng 9 năm 2026",
    "Phiếu số: 01-00012/PĐK-19-05503-2026",
    "Phiếu số: 02-00107/PĐK-19-05503-2026",
    "Ngày nhận: 21/09/2026",
    "Người tiếp nhận: Trần Văn Bình",
  ]) expect(text).toContain(said)
  // The signatures of the two offices stay open.
  expect(dottedLines).toBe(2)
})

test("form 02 says everything that was filled in, criterion by criterion", async () => {
  const facts = fullDossier()
  const { text } = await print("mau-02-bao-cao-tu-danh-gia.docx", facts)
  const { form } = facts
  for (const value of [form.history, form.product_description, form.structure, form.raw_materials, form.quality_changes, form.markets, form.business_results, form.plan, form.changes]) {
    for (const line of (value ?? "?").split("\n")) expect(text).toContain(line)
  }
  for (const { no, title, chosen_text } of facts.criteria) for (const said of [no, title, chosen_text ?? "Chưa đánh giá"]) expect(text).toContain(said)
  for (const said of [
    "- Giới tính (Nam/nữ): Nữ; Dân tộc: Tày",
    "a) Giấy đăng ký kinh doanh: ☑",
    "d) Đã có đăng ký sở hữu trí tuệ: ☑",
    "+ Giấy chứng nhận đăng ký nhãn hiệu: ☐",
    "+ Khác (ghi rõ): ☑ Đơn đăng ký nhãn hiệu 4-2026-00012",
    "Minh chứng: hop-dong-thu-mua.pdf",
    "dang-ky-kinh-doanh.pdf",
    "cong-van.pdf",
    "theo Quyết định số 12/QĐ-UBND, thời hạn đến 30/12/2026",
  ]) expect(text).toContain(said)
})

test("gender and ethnicity are printed only with consent", async () => {
  const facts = fullDossier()
  for (const file of ["mau-02-bao-cao-tu-danh-gia.docx", "mau-03-bao-cao-cua-xa.docx"] as const) {
    expect((await print(file, facts)).text).toContain("Tày")
    expect((await print(file, { ...facts, form: { ...facts.form, sensitive_consent: false } })).text).not.toMatch(/Tày|: Nữ/)
  }
  for (const file of DOCUMENT_FILES.filter((name) => !/mau-0[23]/.test(name))) expect((await print(file, facts)).text, file).not.toMatch(/Tày|: Nữ/)
})

test("form 03 and the receipt", async () => {
  const facts = fullDossier()
  const report = (await print("mau-03-bao-cao-cua-xa.docx", facts)).text
  for (const said of [
    ...Object.values(facts.commune_report ?? {}).slice(0, 4),
    "Ủy ban nhân dân xã Tân Cương đề nghị Ủy ban nhân dân tỉnh Thái Nguyên đánh giá, phân hạng sản phẩm OCOP cho sản phẩm Chè đinh Ngọc Sương của Hợp tác xã chè Ngọc Sương.",
    "Tân Cương, ngày 12 tháng 9 năm 2026",
  ]) expect(report).toContain(said)
  const receipt = (await print("phieu-tiep-nhan.docx", facts)).text
  for (const said of ["Số: 01-00012/PĐK-19-05503-2026", "Mẫu số 02", "Nguồn gốc nguyên liệu", "15 ngày làm việc", "8. Ngày nhận: 01/09/2026"]) expect(receipt).toContain(said)
})

test("minutes and result table count the sheets that count, and say who stepped out and what caps the star", async () => {
  const facts = fullDossier()
  const minutes = (await print("bien-ban-hop-hoi-dong.docx", facts)).text
  const average = facts.rating?.average.replace(".", ",") ?? "?"
  for (const said of [
    "Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh",
    "Vũ Văn Hùng (là người thân của chủ thể)",
    "Bùi Thị Ích (không có phiếu đánh giá)",
    "Số phiếu hợp lệ: 4/6 (cần ít nhất 4)",
    `${average} điểm`,
    "theo điểm số: 5 sao; tiêu chí 4.1 (Khu vực phân phối chính) chưa đạt yêu cầu tối thiểu của hạng 5 sao",
    "Đề nghị Chủ tịch Ủy ban nhân dân tỉnh công nhận sản phẩm Chè đinh Ngọc Sương của Hợp tác xã chè Ngọc Sương đạt hạng 4 sao.",
    "Đề nghị chủ thể bổ sung hợp đồng xuất khẩu.",
    "theo Quyết định số 2101/QĐ-UBND ngày 03/08/2026",
  ]) expect(minutes).toContain(said)
  const table = await print("bang-tong-hop-ket-qua.docx", facts)
  expect(table.landscape).toBe(true)
  for (const { no, title } of facts.rating?.criteria ?? []) for (const said of [no, title]) expect(table.text).toContain(said)
  expect(table.text).toContain("(1) Hoàng Văn Em; (2) Đỗ Thị Giang; (3) Cao Thị Lan; (4) Mai Văn Minh")
  for (const { total } of facts.rating?.members ?? []) if (total !== null) expect(table.text).toContain(`\n${total}`)
  expect(table.text).not.toContain("Vũ Văn Hùng")
})

test("written opinions have no place", async () => {
  const facts = fullDossier()
  const { text } = await print("bien-ban-hop-hoi-dong.docx", { ...facts, rating: facts.rating && { ...facts.rating, form: "written" } })
  expect(text).toContain("Lấy ý kiến bằng văn bản của Hội đồng")
  expect(text).not.toContain("Địa điểm")
})

test.each([
  { level: "province", star: 4, says: "Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận", by: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN" },
  { level: "province", star: 5, says: "Phê duyệt kết quả đánh giá đối với các sản phẩm OCOP có tiềm năng đạt hạng 5 sao", by: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN" },
  { level: "ministry", star: 5, says: "cho các sản phẩm OCOP đạt hạng 5 sao", by: "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" },
  { level: "ministry", star: 4, says: "của Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp trung ương", by: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN" },
] as const)("the draft for $star stars of the $level", async ({ level, star, says, by }) => {
  const facts = fullDossier()
  const { text } = await print("du-thao-quyet-dinh.docx", { ...facts, rating: facts.rating && { ...facts.rating, level, star } })
  for (const said of ["DỰ THẢO", says, by, "19-05503-7-2026", facts.legal_basis]) expect(text).toContain(said)
  // What the province only approves gets no certificate yet.
  expect(text.includes("36 tháng")).toBe(!(level === "province" && star === 5))
})

test("below 3 stars nothing is decided, and no council, no papers of it", async () => {
  const facts = fullDossier()
  await expect(DOSSIER_DOCUMENTS["du-thao-quyet-dinh.docx"]({ ...facts, rating: facts.rating && { ...facts.rating, star: 2 } })).rejects.toThrow(RangeError)
  await expect(DOSSIER_DOCUMENTS["bien-ban-hop-hoi-dong.docx"]({ ...facts, rating: null })).rejects.toThrow(RangeError)
})

test.each(DOCUMENT_FILES)("%s of a dossier just begun has dotted lines and nothing of a machine", async (file) => {
  const { text, dottedLines } = await print(file, emptyDossier())
  expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  expect(dottedLines + (text.match(/…/g)?.length ?? 0)).toBeGreaterThan(0)
})

test("every empty field of form 02 is a dotted line", async () => {
  // Twelve fields of one line, 2 lines for each of 7 texts, 4 for the assessment, 4 for the plan.
  expect((await print("mau-02-bao-cao-tu-danh-gia.docx", emptyDossier())).dottedLines).toBe(12 + 2 * 7 + 4 + 4)
})

const hostile = fc.string({ unit: fc.oneof(fc.constantFrom("<", ">", "&", '"', "'", "]]>", "\u0000", "\u0007", "\ud83d", "\udc00", "\ufffe", "\u202e", "🍵", "\n", "\r\n", "\t", "Đ", "ế"), fc.string({ unit: "binary", maxLength: 2 })), maxLength: 40 })

test("no text breaks a file", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(...DOCUMENT_FILES), async (text, file) => {
      const facts = fullDossier()
      const form = { ...facts.form, product_name: text, applicant_name: text, history: text, representative_name: text, other_ip: text, address: text }
      const rating = facts.rating && { ...facts.rating, discussion: text, members: facts.rating.members.map((member) => ({ ...member, comment: text, name: text })) }
      const { text: printed } = await print(file, { ...facts, form, rating, commune_report: facts.commune_report && { ...facts.commune_report, local_material: text } })
      expect(printed).toBe(cleanText(printed))
    }),
    { numRuns: 60 },
  )
})

test("very long texts and many members stay within a file", async () => {
  const facts = fullDossier()
  const long = "Nghề chè của xã có từ trăm năm nay. ".repeat(300)
  expect((await print("mau-02-bao-cao-tu-danh-gia.docx", { ...facts, form: { ...facts.form, history: long } })).text).toContain(long.trim())
  const members = Array.from({ length: 30 }, (_, i) => ({ name: `Thành viên ${i + 1}`, organisation: null, role: "member" as const, recused: false, recusal_reason: null, total: 80, comment: null }))
  const criteria = (facts.rating?.criteria ?? []).map((criterion) => ({ ...criterion, points: members.map(() => 1) }))
  const { text } = await print("bang-tong-hop-ket-qua.docx", { ...facts, rating: facts.rating && { ...facts.rating, members, criteria } })
  expect(text).toContain("(30) Thành viên 30")
})

test("the same dossier gives the same bytes", async () => {
  for (const file of DOCUMENT_FILES) expect(Buffer.from(await DOSSIER_DOCUMENTS[file](fullDossier())).equals(await DOSSIER_DOCUMENTS[file](fullDossier())), file).toBe(true)
})

test("dates and names as the decree on administrative papers writes them", () => {
  expect(dateInWords("2026-02-05")).toBe("ngày 05 tháng 02 năm 2026")
  expect(dateInWords("2026-11-22")).toBe("ngày 22 tháng 11 năm 2026")
  expect(dateInWords("2026-03-09")).toBe("ngày 09 tháng 3 năm 2026")
  expect(inSentence("Thành phố Hà Nội", "tỉnh")).toBe("thành phố Hà Nội")
  expect(inSentence(null, "xã")).toMatch(/^xã …/)
})
