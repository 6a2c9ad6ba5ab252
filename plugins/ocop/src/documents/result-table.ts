import { capText, COUNCIL, placeOf, pointsText, starText } from "./council-words"
import { across, grid, heading, issuerHeading, KIND_WORDS, paragraph, signatures, textOr, title } from "./paper"
import type { CouncilResult, ResultTable } from "./types"
import { writeDocx, type Block, type Cell } from "./write-docx"

/** How many members' points fit side by side on a page turned sideways. */
const MEMBERS_ACROSS = 12

/** What a council came to: one line per product, then every criterion as each member saw it. A4 turned sideways. */
export function resultTable(table: ResultTable): Uint8Array {
  const { results, level } = table
  const codes = results[0]?.sheets[0]?.parts.map(({ code }) => code) ?? []
  return writeDocx({
    title: `Bảng tổng hợp kết quả. ${COUNCIL[level]}`,
    landscape: true,
    blocks: [
      ...issuerHeading(table.authority, { number: "", signed: table.signed, landscape: true }),
      ...title("BẢNG TỔNG HỢP KẾT QUẢ", `Đánh giá, phân hạng sản phẩm OCOP ${level === "province" ? "cấp tỉnh" : "cấp trung ương"}`, textOr(table.round)),
      grid(
        [6, 20, 21, 14, 9, ...codes.map(() => 8), 9, 8, 17],
        ["TT", "Sản phẩm", "Chủ thể, địa chỉ", "Bộ sản phẩm", "Lần đánh giá", ...codes.map((code) => `Phần ${code}`), "Điểm TB", "Hạng", "Ghi chú"],
        results.map((result, i) => [
          `${i + 1}`,
          [textOr(result.product_name), result.product_code].filter(Boolean).join("\n"),
          [textOr(result.applicant_name), placeOf(result)].filter(Boolean).join("\n"),
          textOr(result.set_name),
          result.kind ? KIND_WORDS[result.kind] : "…",
          ...codes.map((code) => partAverage(result, code)),
          pointsText(result.average),
          starText(result.star),
          capText(result),
        ]),
        11,
      ),
      paragraph("Điểm từng phần là trung bình cộng của các phiếu hợp lệ, hai chữ số thập phân, không làm tròn lên.", { before: 4 }),
      ...results.flatMap((result, i) => criteriaOf(result, i + 1)),
      paragraph(""),
      signatures({ lines: ["THƯ KÝ HỘI ĐỒNG"], note: "(Ký, ghi rõ họ tên)", name: table.secretary_name }, { lines: ["CHỦ TỊCH HỘI ĐỒNG"], note: "(Ký, ghi rõ họ tên)", name: table.chair_name }),
    ],
  })
}

function criteriaOf(result: CouncilResult, no: number): Block[] {
  if (result.criteria.length === 0 || result.sheets.length === 0) return []
  const groups = Array.from({ length: Math.ceil(result.sheets.length / MEMBERS_ACROSS) }, (_, i) => result.sheets.slice(i * MEMBERS_ACROSS, (i + 1) * MEMBERS_ACROSS))
  return groups.flatMap((sheets, i) => {
    const first = i * MEMBERS_ACROSS
    const total: (string | Cell)[] = [across("Tổng điểm", 3, 11), ...sheets.map((sheet) => `${sheet.total}`)]
    return [
      heading(`${no}. ${textOr(result.product_name)}: điểm từng tiêu chí của từng thành viên`),
      paragraph([{ text: sheets.map((sheet, s) => `(${first + s + 1}) ${textOr(sheet.member)}`).join("; "), size: 11, italic: true }], { keepWithNext: true }),
      grid(
        [7, 40, 8, ...sheets.map(() => 5)],
        ["Số", "Tiêu chí", "Tối đa", ...sheets.map((_, s) => `(${first + s + 1})`)],
        [...result.criteria.map((criterion, c) => [criterion.no, criterion.title, `${criterion.max}`, ...sheets.map((sheet) => `${sheet.points[c] ?? "…"}`)]), total],
        11,
      ),
    ]
  })
}

/** Cut off after two decimals like the average of the whole. */
function partAverage({ sheets }: CouncilResult, code: string): string {
  if (sheets.length === 0) return "…"
  const points = sheets.reduce((sum, sheet) => sum + (sheet.parts.find((part) => part.code === code)?.points ?? 0), 0)
  const hundredths = Math.floor((points * 100) / sheets.length)
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}`
}
