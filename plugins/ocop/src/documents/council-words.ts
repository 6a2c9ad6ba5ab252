import type { Rank } from "../modules/ocop/rules/score-band"
import { oneLine } from "./clean-text"
import { textOr } from "./paper"
import type { CouncilLevel, CouncilResult } from "./types"

// What minutes, result table and decision say of the same result, in the same words.

export const COUNCIL: Record<CouncilLevel, string> = {
  province: "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh",
  central: "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp trung ương",
}

/** "89,99" */
export function pointsText(average: string): string {
  return average.replace(".", ",")
}

export function starText(star: Rank): string {
  return `${star} sao`
}

/** Which minimum keeps the product from which star; "" where none does. */
export function capText(result: CouncilResult): string {
  return result.capped_by.map(({ criterion, title, star }) => `tiêu chí ${criterion} (${title}) chưa đạt yêu cầu tối thiểu của hạng ${starText(star)}`).join("; ")
}

export function productText({ product_name, applicant_name }: CouncilResult): string {
  return `${textOr(product_name)} của ${textOr(applicant_name)}`
}

/** What follows from the result: a decision for 3 and 4 stars, the ministry from 90 points on, nothing below 50 (Articles 4.1 and 7.3.e). */
export function proposalText(result: CouncilResult, level: CouncilLevel): string {
  const subject = `sản phẩm ${productText(result)}`
  if (level === "central") {
    return result.star === 5
      ? `Đề nghị Bộ trưởng Bộ Nông nghiệp và Môi trường công nhận ${subject} đạt hạng 5 sao.`
      : `${capital(subject)} chưa đạt hạng 5 sao; chuyển kết quả đánh giá về Ủy ban nhân dân cấp tỉnh để xem xét theo thẩm quyền.`
  }
  if (result.star === 5) return `Đề nghị Chủ tịch Ủy ban nhân dân tỉnh phê duyệt kết quả và gửi Bộ Nông nghiệp và Môi trường đánh giá, phân hạng 5 sao đối với ${subject}.`
  if (result.star >= 3) return `Đề nghị Chủ tịch Ủy ban nhân dân tỉnh công nhận ${subject} đạt hạng ${starText(result.star)}.`
  return `${capital(subject)} đạt hạng ${starText(result.star)}, chưa đủ điều kiện công nhận.`
}

export function placeOf({ applicant_address }: CouncilResult): string {
  return oneLine(applicant_address) ?? ""
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1)
}
