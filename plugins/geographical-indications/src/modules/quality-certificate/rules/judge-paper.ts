import { addMonths, type CivilDate, type Sentence } from "@cho-phien/administrative-units"
import { checkNumber, numberHint } from "./check-number"
import { KIND_FACTS, type QualityKind } from "./kinds"
import { judgeTerm, type TermFacts } from "./quality-term"

export type PaperInput = {
  kind: QualityKind
  number?: string | null
  issuer?: string | null
  issued_on?: CivilDate | null
  expires_on?: CivilDate | null
}

export type PaperAnswer =
  | { ok: true; number: string | null; issuer: string | null; issued_on: CivilDate | null; expires_on: CivilDate | null }
  | { ok: false; fields: Record<string, Sentence> }

/** No certificate of any kind runs longer; a date beyond it is a slip of the pen. */
const LONGEST_YEARS = 10

/** Everything that is surely wrong with a paper, in one round: one sentence per field. */
export function judgePaper(paper: PaperInput, terms: readonly TermFacts[], today: CivilDate): PaperAnswer {
  const facts = KIND_FACTS[paper.kind]
  const fields: Record<string, Sentence> = {}
  const typed = paper.number?.trim() ?? ""
  const number = typed === "" && facts.number === "optional" ? null : checkNumber(paper.kind, typed)
  if (number && !number.ok) fields.number = number.problem
  const issuer = facts.issuer === "none" ? null : paper.issuer?.trim() || null
  if (facts.issuer === "required" && !issuer) fields.issuer = { vi: "Cần ghi nơi cấp, như trên giấy.", en: "Say who issued it, as on the paper." }

  const issued_on = paper.issued_on ?? null
  const expires_on = facts.expires_on === "none" ? null : (paper.expires_on ?? null)
  if (facts.issued_on === "required" && !issued_on) fields.issued_on = { vi: "Cần ghi ngày cấp hoặc ngày ký.", en: "Give the day of issue or signature." }
  if (issued_on && issued_on > today) fields.issued_on = { vi: "Ngày cấp không thể ở tương lai.", en: "The day of issue cannot lie in the future." }
  if (facts.expires_on === "required" && !expires_on) fields.expires_on = { vi: "Cần ghi ngày hết hạn in trên giấy.", en: "Give the last day printed on the paper." }
  if (issued_on && expires_on) {
    if (expires_on <= issued_on) fields.expires_on = { vi: "Ngày hết hạn phải sau ngày cấp.", en: "The last day must come after the day of issue." }
    if (expires_on > addMonths(issued_on, LONGEST_YEARS * 12))
      fields.expires_on = { vi: "Không giấy nào có hạn quá 10 năm. Hãy xem lại năm.", en: "No paper runs longer than 10 years. Please look at the year again." }
    const term = judgeTerm(terms, { kind: paper.kind, issued_on, expires_on })
    if (term?.exceeded && term.confirmed)
      fields.expires_on ??= {
        vi: `Loại giấy này có hạn nhiều nhất ${term.max_months} tháng, tức đến ${vietnamese(term.latest)}.`,
        en: `Papers of this kind hold for at most ${term.max_months} months, until ${term.latest}.`,
      }
  }
  if (paper.kind === "self_declaration" && number?.ok && issued_on && !number.number.endsWith(issued_on.slice(0, 4)))
    fields.number ??= {
      vi: `Năm cuối số phải là năm công bố ${issued_on.slice(0, 4)}. ${numberHint(paper.kind).vi}`,
      en: `The year at the end must be the year of declaration, ${issued_on.slice(0, 4)}. ${numberHint(paper.kind).en}`,
    }
  if (expires_on && !fields.expires_on && expires_on < today) fields.expires_on = { vi: "Giấy này đã hết hạn, không nộp được nữa.", en: "This paper has ended and can no longer be handed in." }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  return { ok: true, number: number?.ok ? number.number : null, issuer, issued_on, expires_on }
}

function vietnamese(date: CivilDate): string {
  return date.split("-").reverse().join("/")
}
