import { known } from "./clean-text"
import { across, grid } from "./paper"
import type { AssessedSheet } from "./types"
import type { Block, Cell } from "./write-docx"

/** Criteria in the order of the sheet, what was chosen, with what proof, and the sums. */
export function assessmentTable(sheet: AssessedSheet): Block[] {
  const rows = sheet.parts.flatMap((part): (string | Cell)[][] => [
    [across(`Phần ${part.code}. ${part.title}`, 3), `${part.max}`, `${part.points}`],
    ...part.criteria.map(({ no, title, chosen, comment, evidence, max, points }) => [
      no,
      title,
      [known(chosen) ?? "Chưa đánh giá", known(comment), evidence.length > 0 ? `Minh chứng: ${evidence.join("; ")}` : null].filter(Boolean).join("\n"),
      `${max}`,
      points === null ? "…" : `${points}`,
    ]),
  ])
  rows.push([across("Tổng điểm", 3), `${sheet.max}`, `${sheet.total}`])
  return [grid([9, 27, 44, 10, 10], ["Số", "Tiêu chí", "Kết quả tự đánh giá, mô tả, minh chứng", "Điểm tối đa", "Điểm"], rows)]
}
