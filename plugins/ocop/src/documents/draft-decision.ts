import { COUNCIL, pointsText, starText } from "./council-words"
import { centred, dateInWords, grid, inSentence, issuerHeading, paragraph, recipients, sentence, signatures, textOr, title } from "./paper"
import type { DecisionKind, DraftDecision } from "./types"
import { writeDocx, type Block, type Paragraph } from "./write-docx"

/**
 * A draft: the office that puts it forward completes the grounds and the number. Marked as such until it is signed.
 * Below 3 stars there is nothing to decide (Article 4.1.a of Decision 26/2026/QĐ-TTg).
 */
export function draftDecision(decision: DraftDecision): Uint8Array {
  const { kind, products } = decision
  const central = kind === "recognise_5"
  const province = inSentence(decision.province_name, "tỉnh")
  const authority = central ? { name: "Bộ Nông nghiệp và Môi trường" } : { name: `Ủy ban nhân dân ${province}` }
  const minister = central ? "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" : `CHỦ TỊCH ỦY BAN NHÂN DÂN ${province.toLocaleUpperCase("vi")}`
  const blocks: Block[] = [
    ...issuerHeading(authority, { number: `Số: ${textOr(decision.number, central ? "……/QĐ-BNNMT" : "……/QĐ-UBND")}`, signed: decision.signed, mark: "DỰ THẢO" }),
    ...title("QUYẾT ĐỊNH", ...subject(decision)),
    centred(minister, { bold: true }, { after: 10 }),
    ...grounds(decision).map((ground) => paragraph([{ text: ground, italic: true }], { align: "both", firstLine: 10 })),
    centred("QUYẾT ĐỊNH:", { bold: true }, { before: 8, keepWithNext: true }),
    article(1, opening(decision)),
    grid(
      [8, 28, 33, 16, 15],
      ["TT", "Sản phẩm, mã số", "Chủ thể, địa chỉ", "Điểm trung bình", kind === "approve_potential_5" ? "Kết quả" : "Hạng"],
      products.map((product, i) => [
        `${i + 1}`,
        [textOr(product.name), product.code].filter(Boolean).join("\n"),
        [textOr(product.applicant_name), product.applicant_address].filter(Boolean).join("\n"),
        pointsText(product.average),
        kind === "approve_potential_5" ? "Tiềm năng 5 sao" : starText(product.star),
      ]),
    ),
    paragraph("", { after: 0 }),
    ...consequences(decision),
    sentence([{ text: "Điều 3. ", bold: true }, { text: `Quyết định này có hiệu lực kể từ ngày ký. ${responsible(decision)} và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.` }]),
    paragraph(""),
    signatures(recipients(["Như Điều 3", ...(central ? ["UBND các tỉnh, thành phố có sản phẩm"] : ["Bộ Nông nghiệp và Môi trường", "UBND các xã, phường có sản phẩm"]), "Lưu: VT"]), {
      lines: [textOr(decision.signer.position, central ? "BỘ TRƯỞNG" : "CHỦ TỊCH").toLocaleUpperCase("vi")],
      note: "",
      name: decision.signer.name,
    }),
  ]
  return writeDocx({ title: "Dự thảo quyết định", blocks })
}

function subject({ kind, province_name }: DraftDecision): string[] {
  if (kind === "approve_potential_5") return ["Về việc phê duyệt kết quả đánh giá sản phẩm OCOP", "có tiềm năng đạt hạng 5 sao"]
  if (kind === "recognise_5") return ["Về việc công nhận sản phẩm OCOP đạt hạng 5 sao"]
  return [`Về việc công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận`, `sản phẩm OCOP của ${inSentence(province_name, "tỉnh")}`]
}

function opening({ kind }: DraftDecision): string {
  const openings: Record<DecisionKind, string> = {
    recognise: "Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận cho các sản phẩm OCOP sau đây:",
    approve_potential_5: "Phê duyệt kết quả đánh giá đối với các sản phẩm OCOP có tiềm năng đạt hạng 5 sao sau đây:",
    recognise_5: "Công nhận kết quả đánh giá và cấp giấy chứng nhận cho các sản phẩm OCOP đạt hạng 5 sao sau đây:",
  }
  return openings[kind]
}

function consequences({ kind }: DraftDecision): Paragraph[] {
  if (kind === "approve_potential_5") {
    return [article(2, "Gửi hồ sơ đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng sản phẩm OCOP 5 sao theo khoản 3 Điều 6 và điểm e khoản 3 Điều 7 Quyết định số 26/2026/QĐ-TTg.")]
  }
  return [
    article(2, "Giấy chứng nhận có giá trị trong thời hạn 36 tháng kể từ ngày ban hành Quyết định này. Chủ thể OCOP có sản phẩm được công nhận được sử dụng nhãn hiệu OCOP và hạng sao theo quy định, có trách nhiệm duy trì các điều kiện theo Bộ tiêu chí và hồ sơ đã được công nhận; giấy chứng nhận bị thu hồi trong các trường hợp quy định tại Điều 8 Quyết định số 26/2026/QĐ-TTg."),
  ]
}

function responsible({ kind, proposed_by }: DraftDecision): string {
  if (kind === "recognise_5") return "Chánh Văn phòng Bộ, Thủ trưởng các đơn vị có liên quan, chủ thể có sản phẩm tại Điều 1"
  return `Chánh Văn phòng Ủy ban nhân dân, Thủ trưởng ${textOr(proposed_by.office)}, Chủ tịch Ủy ban nhân dân các xã, phường và chủ thể có sản phẩm tại Điều 1`
}

function grounds(decision: DraftDecision): string[] {
  const { minutes, proposed_by, kind, level } = decision
  const law = kind === "recognise_5" ? "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;" : "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"
  return [
    law,
    `Căn cứ ${decision.legal_basis} ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm;`,
    `Căn cứ Biên bản số ${textOr(minutes.number)} ${dateInWords(minutes.on)} của ${COUNCIL[level]};`,
    `Theo đề nghị của ${textOr(proposed_by.office)} tại Tờ trình số ${textOr(proposed_by.number)} ${dateInWords(proposed_by.on)}.`,
  ]
}

function article(no: number, text: string): Paragraph {
  return sentence([{ text: `Điều ${no}. `, bold: true }, { text }])
}
