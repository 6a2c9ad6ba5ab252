import { essay, field, heading, inSentence, issuerHeading, paragraph, recipients, representativeFields, sentence, signatures, textOr, title } from "./paper"
import type { CommuneReport } from "./types"
import { writeDocx } from "./write-docx"

/** Form 03 of Appendix III to Decision 26/2026/QĐ-TTg. */
export function communeReport(report: CommuneReport): Uint8Array {
  const { applicant, commune } = report
  const name = `Ủy ban nhân dân ${inSentence(commune.full_name, "xã")}`
  const province = `Ủy ban nhân dân ${inSentence(commune.province_name, "tỉnh")}`
  return writeDocx({
    title: "Mẫu số 03. Báo cáo đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP",
    blocks: [
      ...issuerHeading({ name }, { number: `Số: ${textOr(report.number, "……/BC-UBND")}`, signed: report.signed }),
      ...title("BÁO CÁO", "Đánh giá một số nội dung của hồ sơ đăng ký tham gia", "đánh giá, phân hạng sản phẩm OCOP"),
      heading("I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM"),
      field("1. Tên chủ thể", applicant.name),
      field("2. Loại hình tổ chức", applicant.organisation_type),
      field("3. Địa chỉ", applicant.address),
      paragraph("4. Tên người đại diện pháp luật:"),
      ...representativeFields(applicant),
      field("5. Sản phẩm đăng ký đánh giá", report.product_name),
      heading("II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG CỦA HỒ SƠ SẢN PHẨM"),
      heading("1. Về sử dụng nguyên liệu địa phương"),
      ...essay(report.local_material, 3),
      heading("2. Về sử dụng lao động địa phương"),
      ...essay(report.local_labour, 3),
      heading("3. Nguồn gốc ý tưởng sản phẩm"),
      ...essay(report.origin_of_idea, 3),
      heading("4. Bản sắc/trí tuệ địa phương"),
      ...essay(report.local_identity, 3),
      sentence(
        `${name} đề nghị ${province} đánh giá, phân hạng sản phẩm OCOP cho sản phẩm ${textOr(report.product_name)} của ${textOr(applicant.name)}.`,
      ),
      paragraph(""),
      signatures(recipients([province, textOr(applicant.name), "Lưu: VT"]), {
        lines: ["TM. ỦY BAN NHÂN DÂN", textOr(report.signer.position, "CHỦ TỊCH")],
        note: "(Ký tên và đóng dấu)",
        name: report.signer.name,
      }),
    ],
  })
}
