import { oneLine } from "./clean-text"
import { dateInWords, DOTS, field, fieldPair, grid, issuerHeading, KIND_WORDS, paragraph, sentence, shortDate, signatures, textOr, title } from "./paper"
import type { ReceiptSlip } from "./types"
import { writeDocx } from "./write-docx"

/**
 * The slip for the applicant: what the office part of form 01 holds, and what was handed in. The decision prints no
 * form of its own for it.
 */
export function receiptSlip({ authority, receipt, applicant, product_name, kind, documents, due_on, due_rule }: ReceiptSlip): Uint8Array {
  return writeDocx({
    title: "Phiếu tiếp nhận hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP",
    blocks: [
      ...issuerHeading(authority, { number: `Số: ${textOr(receipt.number, "……-……/PĐK-(Mã tỉnh)-(Mã xã)-(Năm)")}`, signed: null }),
      ...title("PHIẾU TIẾP NHẬN", "Hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP"),
      field("1. Chủ thể nộp hồ sơ", applicant.name),
      field("2. Người đại diện pháp lý", applicant.representative.name),
      field("3. Địa chỉ", applicant.address),
      fieldPair(["4. Điện thoại", applicant.phone], ["Email", applicant.email]),
      field("5. Sản phẩm đăng ký", product_name),
      field("6. Lần đăng ký đánh giá", kind && KIND_WORDS[kind]),
      paragraph("7. Hồ sơ đã nhận:", { keepWithNext: true }),
      grid([10, 65, 25], ["TT", "Tài liệu", "Số lượng"], documents.map(({ title: name, count }, i) => [`${i + 1}`, name, `${count}`])),
      paragraph(""),
      field("8. Ngày nhận", shortDate(receipt.received_on)),
      sentence(`Thời hạn xử lý: ${[due_on && `đến hết ${dateInWords(due_on)}`, oneLine(due_rule)].filter(Boolean).join("; ") || DOTS}.`),
      paragraph(""),
      signatures(
        { lines: ["NGƯỜI NỘP"], note: "(Ký, ghi rõ họ tên)", name: applicant.representative.name },
        { lines: ["NGƯỜI TIẾP NHẬN"], note: "(Ký, đóng dấu, ghi rõ họ tên)", name: receipt.received_by },
      ),
    ],
  })
}
