import type { Stars } from "./recognition-status"
import type { ScoringSheet } from "./scoring-sheet"
import { readSheet } from "./sheet-reading"

/** What a shop on an electronic market can prove by itself. */
export type Proof = "sales_channel" | "traceability" | "managed_by_software" | "promotion"

export type ProvedCriterion = {
  no: string
  title: string
  max: number
  proof: Proof
  /** the option in the decision's words, what it counts, and the star it is the minimum of */
  option: { text: string; points: number; min_star: Stars | null }
}

/** The words of the decision by which an option asks for such a proof; the first that fits a criterion names its proof. */
const WORDS: [Proof, RegExp][] = [
  ["sales_channel", /thương mại điện tử|gian hàng điện tử/i],
  // Not "kế hoạch kiểm soát nội bộ gắn với truy xuất nguồn gốc": that is a plan of the producer's own.
  ["traceability", /(mã|nội dung) truy xuất nguồn gốc/i],
  ["managed_by_software", /ứng dụng công nghệ thông tin/i],
  ["promotion", /website|trang thông tin điện tử|mạng xã hội/i],
]

/**
 * The criteria of a sheet that links, sales and the traceability code of a shop speak to, with the lowest option that
 * asks for them. They support the option; whether it is reached is for the council.
 */
export function provedCriteria(sheet: Pick<ScoringSheet, "parts" | "irregularities">): ProvedCriterion[] {
  return readSheet(sheet).criteria.flatMap(({ no, title, max, options }) => {
    for (const [proof, words] of WORDS) {
      const option = options.find(({ text, implied }) => !implied && words.test(text))
      if (option) return [{ no, title, max, proof, option: { text: option.text, points: option.points, min_star: option.min_star } }]
    }
    return []
  })
}
