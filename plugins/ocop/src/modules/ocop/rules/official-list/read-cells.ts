import { addDays, foldVietnamese, foldedWords, isCivilDate, type CivilDate } from "@cho-phien/administrative-units"
import type { Decision, PlaceWords, ProducerKind } from "./types"

/** One line, composed letters, plain spaces: what people see is what is stored. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim()
}

/** Control characters and U+FFFD: the mark of a file saved in another encoding than it says. */
export function isBroken(text: string): boolean {
  return /[^\P{Cc}\t\n\r]|\uFFFD/u.test(text)
}

/**
 * A day as lists write it: 20/02/2023 (day first, always), 20.2.2023, 2023-02-20, "ngày 20 tháng 02 năm 2023",
 * or the serial number of a spreadsheet (1 = 1900-01-01, with the leap day 1900 never had; ECMA-376 §18.17.4.1).
 * A year of two digits is refused: nobody knows what it means.
 */
export function readDate(text: string): CivilDate | null {
  const plain = foldVietnamese(cleanText(text))
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const serial = Math.floor(Number(plain))
    return serial >= 36_526 && serial <= 73_050 ? addDays("1899-12-30", serial) : null
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/.exec(plain)
  if (iso) return civil(iso[1], iso[2], iso[3])
  const found = /^(?:ngay )?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(plain) ?? /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(plain)
  return found ? civil(found[3], found[2], found[1]) : null
}

function civil(year = "", month = "", day = ""): CivilDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return isCivilDate(date) ? date : null
}

const STAR_WORDS: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 }

/** Stars as lists write them: 4, "4 sao", "OCOP 4 sao", "****", "★★★★", "4*", "bốn sao". 1 to 5. */
export function readStars(text: string): number | null {
  const plain = foldVietnamese(cleanText(text))
  if (/^[*★⭐☆]{1,5}$/u.test(plain)) return plain.includes("☆") ? plain.replaceAll("☆", "").length || null : [...plain].length
  const digit = /^(?:(?:ocop|hang|dat|loai) )*([1-5])(?:\.0+)?\s?(?:sao|\*|★|stars?)?$/u.exec(plain)
  if (digit) return Number(digit[1])
  const word = /^(?:(?:ocop|hang|dat) )*(\p{L}+) sao$/u.exec(plain)
  return (word && STAR_WORDS[word[1] as string]) || null
}

/**
 * The code of a product: province-commune-serial-year of today, province-district-commune-serial-year before
 * 1 July 2025 (Decision 26/2026/QĐ-TTg Annex III). Kept as it was given: an old code is not translated.
 */
export function readProductCode(text: string): { code: string; form: "old" | "new"; year: number } | null {
  const code = text.normalize("NFKC").replace(/\s/g, "").replace(/[–—‐‑−]/g, "-")
  const found = /^\d{2}-(\d{3}-)?\d{5}-\d{1,5}-(20\d{2})$/.exec(code)
  return found ? { code, form: found[1] ? "old" : "new", year: Number(found[2]) } : null
}

const NUMBER = /(\d{1,6})\s?\/\s?(?:(20\d{2})\s?\/\s?)?(Q[ĐDÐ](?:\s?[-–]\s?[\p{L}&]+){1,4})/iu

/** Number, day and authority of a decision out of one line: "124/QĐ-UBND ngày 20/02/2023 của UBND tỉnh Cao Bằng". */
export function readDecision(text: string): Decision {
  const line = cleanText(text)
  const number = NUMBER.exec(line)
  const day = /(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/iu.exec(number ? line.replace(number[0], " ") : line)
  const issuer = /(?:^|\s)của\s+((?:UBND|Ủy ban|Uỷ ban|Bộ|Sở|Chủ tịch|Bộ trưởng)[^,;.()]{2,80})/iu.exec(line)
  return {
    decision_no: number ? [number[1], number[2], (number[3] as string).toUpperCase().replace(/\s/g, "").replace(/[–]/g, "-").replace(/^QD|^QÐ/, "QĐ")].filter(Boolean).join("/") : null,
    issued_on: day ? readDate(day[1] as string) : null,
    issued_by: issuer ? cleanText((issuer[1] as string).replace(/\s(?:về|v\/v|ngày)\s.*$/iu, "")) : null,
  }
}

const KINDS: [RegExp, ProducerKind][] = [
  [/\b(to hop tac|tht)\b/, "cooperative_group"],
  [/\b(hop tac xa|htx|lien hiep htx)\b/, "cooperative"],
  [/\b(cong ty|doanh nghiep|dntn|tnhh|co phan|ctcp|dn)\b/, "enterprise"],
  [/\b(ho kinh doanh|hkd|ho san xuat|ho gia dinh|co so|trang trai|ho sx|ho kd|ho)\b/, "household_business"],
  [/\b(ca nhan|nghe nhan|ong|ba)\b/, "individual"],
]

/** The kind of a producer out of a word for it or out of the name: "HTX", "Cty TNHH …", "Hộ kinh doanh …". */
export function readProducerKind(text: string): ProducerKind | null {
  const words = foldedWords(text).join(" ").replace(/\bcty\b/g, "cong ty")
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const COMMUNE = /^(xa|phuong|thi tran|dac khu|tt|p)[.\s]/
const DISTRICT = /^(huyen|quan|thi xa|tx|h|q)[.\s]/
const PROVINCE = /^(tinh|t)[.\s]/
const CITY = /^(thanh pho|tp)[.\s]/

/** Commune, old district and province out of an address line, read from its end: "xóm 2, xã Tân Cương, TP Thái Nguyên, tỉnh Thái Nguyên". */
export function readAddress(text: string): Omit<PlaceWords, "code"> {
  const answer: Omit<PlaceWords, "code"> = { commune: null, district: null, province: null }
  const parts = cleanText(text).split(/\s*[,;]\s*|\s+[-–]\s+/).filter(Boolean)
  for (const part of parts.reverse().slice(0, 8)) {
    const folded = foldVietnamese(part)
    if (COMMUNE.test(folded)) return { ...answer, commune: part }
    if (DISTRICT.test(folded)) answer.district ??= part
    else if (PROVINCE.test(folded)) answer.province ??= part
    // A city may be a province ("TP Hà Nội") or a district of before ("TP Thái Nguyên"): with a province behind it, the latter.
    else if (CITY.test(folded)) answer.district ??= part
    else if (answer.province === null && answer.district === null) answer.province = part
  }
  return answer
}
