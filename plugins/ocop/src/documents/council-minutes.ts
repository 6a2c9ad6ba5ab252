import { known, oneLine } from "./clean-text"
import { capText, COUNCIL, pointsText, productText, proposalText, starText } from "./council-words"
import { dateInWords, essay, grid, heading, issuerHeading, memberLine, paragraph, sentence, signatures, textOr, title } from "./paper"
import type { CouncilMinutes, CouncilResult } from "./types"
import { writeDocx, type Block } from "./write-docx"

/** Minutes of a council's session, or of its round of written opinions (Articles 7.3.d and 7.6.d of Decision 26/2026/QĐ-TTg). */
export function councilMinutes(minutes: CouncilMinutes): Uint8Array {
  const { chair, secretary, members, results, level } = minutes
  const written = minutes.form === "written_opinion"
  const subject = written ? "Lấy ý kiến bằng văn bản của" : "Họp"
  return writeDocx({
    title: `Biên bản. ${COUNCIL[level]}`,
    blocks: [
      ...issuerHeading(minutes.authority, { number: `Số: ${textOr(minutes.number, "……/BB-HĐ")}`, signed: null }),
      ...title("BIÊN BẢN", `${subject} ${COUNCIL[level]}`),
      heading("I. THỜI GIAN, ĐỊA ĐIỂM"),
      sentence(`${written ? "Bắt đầu lấy ý kiến" : "Khai mạc"}: ${moment(minutes.opened)}.`),
      ...(written ? [] : [sentence(`Địa điểm: ${textOr(minutes.place)}.`)]),
      heading("II. THÀNH PHẦN"),
      sentence(`1. Chủ trì: ${memberLine(chair)}.`),
      sentence(`2. Thư ký: ${memberLine(secretary)}.`),
      sentence(`3. Thành viên Hội đồng${oneLine(minutes.appointed_by) ? ` (theo ${oneLine(minutes.appointed_by)})` : ""}:`),
      grid([8, 32, 35, 25], ["TT", "Họ và tên", "Cơ quan, đơn vị", "Chức danh trong Hội đồng"], members.map((m, i) => [`${i + 1}`, textOr(m.name), textOr(m.organisation), textOr(m.position)])),
      paragraph("", { after: 0 }),
      sentence(minutes.absent.length === 0 ? "4. Vắng mặt: không." : `4. Vắng mặt hoặc không có phiếu: ${minutes.absent.map(({ name, reason }) => `${textOr(name)} (${textOr(reason)})`).join("; ")}.`),
      heading("III. NỘI DUNG"),
      sentence(`Hội đồng đánh giá ${results.length} sản phẩm theo Bộ tiêu chí ban hành kèm theo ${minutes.legal_basis}. Từng thành viên chấm điểm độc lập trên phiếu đánh giá; kết quả là trung bình cộng của các phiếu hợp lệ.`),
      ...results.flatMap((result, i) => resultBlocks(result, i + 1)),
      ...(known(minutes.discussion) ? [heading("Ý kiến thảo luận"), ...essay(minutes.discussion)] : []),
      heading("IV. KẾT LUẬN"),
      ...results.map((result) => sentence(`- ${proposalText(result, level)}`)),
      ...(known(minutes.conclusion) ? essay(minutes.conclusion) : []),
      sentence(`Biên bản được lập xong lúc ${moment(minutes.closed)}, đã được thông qua và các bên cùng ký tên dưới đây.`),
      paragraph(""),
      signatures({ lines: ["THƯ KÝ"], note: "(Ký, ghi rõ họ tên)", name: secretary.name }, { lines: ["CHỦ TRÌ"], note: "(Ký, ghi rõ họ tên)", name: chair.name }),
    ],
  })
}

function resultBlocks(result: CouncilResult, no: number): Block[] {
  const caps = capText(result)
  return [
    heading(`${no}. Sản phẩm: ${productText(result)}`),
    ...(result.recused.length === 0 ? [] : [sentence(`Thành viên không tham gia chấm điểm sản phẩm này: ${result.recused.map(({ name, reason }) => `${textOr(name)} (${textOr(reason)})`).join("; ")}.`)]),
    grid(
      [8, 42, ...result.sheets[0]?.parts.map(() => 12) ?? [], 14],
      ["TT", "Thành viên", ...(result.sheets[0]?.parts ?? []).map(({ code }) => `Phần ${code}`), "Tổng điểm"],
      result.sheets.map((sheet, i) => [`${i + 1}`, textOr(sheet.member), ...sheet.parts.map(({ points }) => `${points}`), `${sheet.total}`]),
    ),
    paragraph("", { after: 0 }),
    sentence([
      { text: `Số phiếu hợp lệ: ${result.sheets.length}/${result.seats.of} (cần ít nhất ${result.seats.needed}). Điểm trung bình: ` },
      { text: `${pointsText(result.average)} điểm`, bold: true },
      { text: ". Kết quả phân hạng: " },
      { text: starText(result.star), bold: true },
      { text: result.band === result.star ? "." : ` (theo điểm số: ${starText(result.band)}; ${caps}).` },
    ]),
    ...result.comments.filter(({ text }) => known(text)).map(({ member, criterion, text }) => sentence(`- ${textOr(member)}${criterion ? `, tiêu chí ${criterion}` : ""}: ${known(text)}`)),
  ]
}

function moment({ on, at }: CouncilMinutes["opened"]): string {
  return `${oneLine(at) ? `${oneLine(at)?.replace(":", " giờ ")} phút` : "…… giờ …… phút"}, ${dateInWords(on)}`
}
