import { assessmentTable } from "./assessment-table"
import { oneLine } from "./clean-text"
import { box, centred, essay, field, fieldPair, grid, heading, nationalHeading, paragraph, representativeFields, shortDate, signatures, tick, title } from "./paper"
import type { ProducerBox, SelfAssessmentReport, Text } from "./types"
import { writeDocx, type Block, type Paragraph } from "./write-docx"

/** Form 02 of Appendix III to Decision 26/2026/QĐ-TTg. */
export function selfAssessmentReport(report: SelfAssessmentReport): Uint8Array {
  const { applicant } = report
  const blocks: Block[] = [
    ...nationalHeading(),
    ...title("BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM", "(Dành cho chủ thể có sản phẩm đăng ký)"),
    ...part("Phần I", "THÔNG TIN CHUNG"),
    field("1. Tên chủ thể", applicant.name),
    field("2. Loại hình tổ chức", applicant.organisation_type),
    field("3. Địa chỉ", applicant.address),
    fieldPair(["4. Điện thoại", applicant.phone], ["Email", applicant.email]),
    paragraph("5. Tên người đại diện pháp luật:"),
    ...representativeFields(applicant),
    field("6. Ngày thành lập/đăng ký kinh doanh", shortDate(report.founded_on)),
    field("Số giấy đăng ký (nếu có)", report.registration_no),
    field("7. Tên sản phẩm/dịch vụ, mô tả về quy cách sản phẩm, tiêu chuẩn", report.product_name),
    ...essay(report.product_description),
    ...boxes(report),
    ...asked("8. Lịch sử hình thành của chủ thể (nêu các giai đoạn hình thành và phát triển):", report.history),
    ...asked("9. Cơ cấu tổ chức của chủ thể:", report.structure),
    ...part("Phần II", "KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH"),
    ...asked("1. Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói sản phẩm:", report.results.materials_and_technology),
    ...asked("2. Sự thay đổi về chất lượng sản phẩm (chất lượng, tiêu chuẩn chất lượng, bao bì, nhãn mác, hình thức đóng gói):", report.results.quality_changes),
    ...asked("3. Thị trường phân phối sản phẩm:", report.results.market),
    ...asked("4. Kết quả sản xuất, kinh doanh (doanh thu, lợi nhuận):", report.results.business_results),
    ...part("Phần III", "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN THEO BỘ TIÊU CHÍ SẢN PHẨM OCOP"),
    ...(report.assessment ? assessmentTable(report.assessment) : essay(null, 4)),
    ...evidence(report),
    ...changes(report),
    ...part("Phần IV", "KẾ HOẠCH SẢN XUẤT, KINH DOANH"),
    ...essay(report.plan, 4),
    paragraph(""),
    signatures([], {
      lines: ["ĐẠI DIỆN THEO PHÁP LUẬT CỦA CƠ SỞ"],
      note: "(Ký, họ tên, đóng dấu)",
      name: applicant.representative.name,
      signed: report.signed,
    }),
  ]
  return writeDocx({ title: "Mẫu số 02. Báo cáo tự đánh giá về sản phẩm", blocks })
}

function part(no: string, name: string): Paragraph[] {
  return [centred(no, { bold: true }, { before: 12, after: 0, keepWithNext: true }), centred(name, { bold: true }, { keepWithNext: true })]
}

function asked(question: string, answer: Text): Paragraph[] {
  return [paragraph(question, { align: "both", keepWithNext: true }), ...essay(answer)]
}

function boxes({ boxes: ticked, other_intellectual_property }: SelfAssessmentReport): Paragraph[] {
  const is = (name: ProducerBox) => ticked.includes(name)
  const other = oneLine(other_intellectual_property)
  return [
    paragraph([{ text: "Đánh dấu (√) vào mục tương ứng:", italic: true }], { keepWithNext: true }),
    tick("a) Giấy đăng ký kinh doanh", is("business_registration")),
    tick("b) Đã công bố chất lượng sản phẩm theo quy định", is("quality_declared")),
    paragraph("c) Đã có các điều kiện sản xuất theo quy định:"),
    tick("- Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm theo quy định của pháp luật cho sản xuất sản phẩm", is("food_safety_certificate"), 5),
    tick("- Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm (đối với các sản phẩm bắt buộc theo quy định)", is("production_conditions"), 5),
    tick("d) Đã có đăng ký sở hữu trí tuệ", is("intellectual_property")),
    tick("+ Giấy chứng nhận đăng ký nhãn hiệu", is("trademark"), 5),
    tick("+ Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận", is("right_of_use"), 5),
    tick("+ Bằng sáng chế", is("patent"), 5),
    tick("+ Bằng độc quyền kiểu dáng công nghiệp", is("industrial_design"), 5),
    tick("+ Giấy chứng nhận bản quyền tác giả", is("copyright"), 5),
    paragraph(`+ Khác (ghi rõ): ${box(other !== null)}${other ? ` ${other}` : ""}`, { left: 5 }),
  ]
}

function evidence({ evidence: lines }: SelfAssessmentReport): Block[] {
  if (lines.length === 0) return []
  return [
    heading("Tài liệu minh chứng kèm theo"),
    grid([8, 32, 35, 25], ["TT", "Nội dung", "Yêu cầu", "Tài liệu đã nộp"], lines.map((line, i) => [`${i + 1}`, line.kind, line.requirement, line.files.join("\n")])),
  ]
}

/** What the two other kinds of a dossier have to say on top (Article 6.1.b and c). */
function changes({ kind, former, changes: text }: SelfAssessmentReport): Paragraph[] {
  if (kind !== "upgrade" && kind !== "re_rating") return []
  const known = oneLine(former)
  return [
    heading(kind === "upgrade" ? "Những thay đổi so với sản phẩm OCOP đã được công nhận" : "Những nội dung mới và kết quả sau thời gian sản phẩm OCOP được công nhận"),
    ...(kind === "re_rating" ? [paragraph([{ text: RE_RATING_POINTS, italic: true }], { align: "both" })] : []),
    ...(known ? [paragraph(`${known}.`, { align: "both" })] : []),
    ...essay(text, 4),
  ]
}

const RE_RATING_POINTS =
  "(nguyên liệu, công nghệ sử dụng, bao bì, nhãn mác, công bố chất lượng, thị trường tiêu thụ, sản lượng, doanh thu; giấy tờ pháp lý có thời hạn)"
