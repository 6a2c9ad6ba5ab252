import { box, centred, field, fieldPair, inSentence, KIND_WORDS, nationalHeading, paragraph, sentence, shortDate, signatures, textOr, title } from "./paper"
import type { DossierKind, Receipt, RegistrationForm } from "./types"
import { writeDocx, type Block } from "./write-docx"

/** Form 01 of Appendix III to Decision 26/2026/QĐ-TTg, with the entries of the offices on its last page. */
export function registrationForm(form: RegistrationForm): Uint8Array {
  const { applicant, kind } = form
  const blocks: Block[] = [
    ...nationalHeading(),
    ...title("PHIẾU ĐĂNG KÝ", "Tham gia đánh giá, phân hạng sản phẩm OCOP", `của ${inSentence(form.province_name, "tỉnh")} năm ${form.year ?? "………"}`),
    paragraph([{ text: "1. Thông tin về đơn vị đăng ký:", bold: true }]),
    field("- Tên đơn vị", applicant.name),
    field("- Họ tên người đại diện pháp lý", applicant.representative.name),
    field("- Chức vụ", applicant.representative.position),
    field("- Địa chỉ liên hệ", applicant.address),
    fieldPair(["- Điện thoại", applicant.phone], ["Email", applicant.email]),
    field("2. Tên sản phẩm", form.product_name),
    field("3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm¹)", form.classification),
    paragraph(`4. Lần đăng ký đánh giá: ${(Object.keys(KIND_WORDS) as DossierKind[]).map((k) => `${KIND_WORDS[k]}: ${box(k === kind)}`).join("     ")}`),
    paragraph("5. Tài liệu kèm theo:"),
    paragraph("- Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử)."),
    field("- Sản phẩm mẫu (số lượng)", form.sample_count === null ? null : `${form.sample_count} sản phẩm`),
    sentence(
      "Cam đoan những thông tin trong Phiếu đăng ký là đúng sự thật, chúng tôi xin cam kết tuân thủ các quy định về đánh giá, phân hạng sản phẩm OCOP, chịu trách nhiệm trước Hội đồng và pháp luật về Hồ sơ đăng ký đánh giá, phân hạng sản phẩm.",
    ),
    signatures([], { lines: ["ĐẠI DIỆN"], note: "(Ký, đóng dấu, ghi rõ họ tên)", name: applicant.representative.name, signed: form.signed }),
    paragraph("", { right: 110, ruled: true }),
    paragraph([
      { text: "1", raised: true, size: 11 },
      { text: " Theo Phụ lục I về Danh mục phân loại sản phẩm tham gia đánh giá, phân hạng sản phẩm OCOP.", size: 11 },
    ]),
    { kind: "page_break" },
    centred("PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ", { bold: true, size: 14 }, { after: 12 }),
    ...officeEntry("DÀNH CHO ỦY BAN NHÂN DÂN CẤP XÃ", form.commune_receipt),
    paragraph("", { after: 18 }),
    ...officeEntry("DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH", form.province_receipt),
  ]
  return writeDocx({ title: "Mẫu số 01. Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP", blocks })
}

function officeEntry(name: string, receipt: Receipt | null): Block[] {
  return [
    centred(name),
    paragraph(`Phiếu số: ${textOr(receipt?.number, "……-……/PĐK-(Mã tỉnh)-(Mã xã)-(Năm)")}`),
    field("Ngày nhận", shortDate(receipt?.received_on ?? null)),
    fieldPair(["Người tiếp nhận", receipt?.received_by], ["Chữ ký", null]),
    signatures([], { lines: ["Cơ quan tiếp nhận"], note: "(Ký, đóng dấu và ghi rõ họ tên)", name: receipt?.office }),
  ]
}
