import type { Sentence } from "@cho-phien/administrative-units"
import { hasGs1CheckDigit } from "./gs1-check-digit"
import type { QualityKind } from "./kinds"

/** The number as it is stored and read, or why it can't be one. */
export type NumberAnswer = { ok: true; number: string } | { ok: false; problem: Sentence }

type Rule = {
  /** How it is written, for the hint below the field. */
  hint: Sentence
  check: (text: string) => NumberAnswer
}

const LONGEST = 80
const say = (vi: string, en: string): NumberAnswer => ({ ok: false, problem: { vi, en } })
const ok = (number: string): NumberAnswer => ({ ok: true, number })

const looseHint = (vi: string, en: string): Sentence => ({
  vi: `Chép đúng số in trên ${vi}, ví dụ số có chữ, chữ số, dấu “/”, “-” hoặc “.”.`,
  en: `Copy the number printed on the ${en}; it may hold letters, digits, “/”, “-” and “.”.`,
})

/** No public format is confirmed: only what can't be a number at all is refused. */
function loose(vi: string, en: string): Rule {
  const hint = looseHint(vi, en)
  return {
    hint,
    check: (text) =>
      /^[\p{L}\d][\p{L}\d ./:_-]{1,79}$/u.test(text) && /\d/.test(text)
        ? ok(text)
        : say(`Số này cần có ít nhất một chữ số và chỉ gồm chữ, chữ số, “/”, “-”, “.”. ${hint.vi}`, `The number must hold at least one digit, and only letters, digits, “/”, “-” and “.”. ${hint.en}`),
  }
}

function pattern(regex: RegExp, tidy: (text: string) => string, hint: Sentence): Rule {
  return {
    hint,
    check: (text) => {
      const number = tidy(text)
      return regex.test(number) ? ok(number) : say(`Số này chưa đúng dạng. ${hint.vi}`, `This is not how the number is written. ${hint.en}`)
    },
  }
}

function checked(lengths: readonly number[], name: Sentence, hint: Sentence): Rule {
  const list = { vi: lengths.join(", "), en: lengths.join(", ") }
  return {
    hint,
    check: (text) => {
      const digits = text.replace(/[\s.-]/g, "")
      if (!/^\d+$/.test(digits)) return say(`${name.vi} chỉ gồm chữ số. ${hint.vi}`, `${name.en} holds digits only. ${hint.en}`)
      if (!lengths.includes(digits.length))
        return say(
          `${name.vi} có ${list.vi} chữ số, ở đây có ${digits.length}. ${hint.vi}`,
          `${name.en} has ${list.en} digits; this one has ${digits.length}. ${hint.en}`,
        )
      // Zeros alone have a right check digit and are nobody's number.
      if (/^0+$/.test(digits) || !hasGs1CheckDigit(digits))
        return say(
          `Có chữ số gõ nhầm: chữ số kiểm tra ở cuối không khớp với các chữ số trước. Hãy so lại từng chữ số. ${hint.vi}`,
          `A digit is mistyped: the check digit at the end does not fit the others. Please compare digit by digit. ${hint.en}`,
        )
      return ok(digits)
    },
  }
}

const upper = (text: string) => text.replace(/\s+/g, "").replace(/[–—]/g, "-").toUpperCase()

const gtin = checked([8, 12, 13, 14], { vi: "GTIN", en: "A GTIN" }, {
  vi: "Chép các chữ số dưới mã vạch, ví dụ 8938500000010 (hàng Việt Nam thường bắt đầu bằng 893).",
  en: "Copy the digits below the barcode, for example 8938500000010 (goods of Viet Nam usually begin with 893).",
})

const RULES: Record<QualityKind, Rule> = {
  vietgap: pattern(/^VIETGAP-[A-Z]{2}(-\d{2,4}){2,4}-\d{1,6}$/, upper, {
    vi: "Số VietGAP bắt đầu bằng VietGAP, rồi lĩnh vực, mã tổ chức chứng nhận, mã tỉnh và số thứ tự, ví dụ VietGAP-TT-13-02-19-0001.",
    en: "A VietGAP number begins with VietGAP, then the field, the certifier, the province and a serial number, like VietGAP-TT-13-02-19-0001.",
  }),
  globalgap: checked([13], { vi: "Số GGN", en: "A GGN" }, {
    vi: "Số GGN có 13 chữ số, in trên giấy chứng nhận, ví dụ 4049929823143.",
    en: "A GGN has 13 digits and is printed on the certificate, like 4049929823143.",
  }),
  organic_vn: loose("giấy chứng nhận hữu cơ", "organic certificate"),
  organic_international: loose("giấy chứng nhận hữu cơ", "organic certificate"),
  haccp: loose("giấy chứng nhận HACCP", "HACCP certificate"),
  iso_22000: loose("giấy chứng nhận ISO 22000", "ISO 22000 certificate"),
  fssc_22000: loose("giấy chứng nhận FSSC 22000", "FSSC 22000 certificate"),
  food_safety_certificate: pattern(/^\d{1,6}([/-][\p{L}\d.]{1,20}){1,5}$/u, (text) => text.replace(/\s+/g, ""), {
    vi: "Số giấy gồm số thứ tự, rồi năm và cơ quan cấp, cách nhau bằng “/” hoặc “-”, ví dụ 123/2025/NNPTNT-TNG.",
    en: "The number is a serial number, then year and office, separated by “/” or “-”, like 123/2025/NNPTNT-TNG.",
  }),
  food_safety_commitment: loose("bản cam kết", "commitment"),
  self_declaration: pattern(/^\d{1,4}\/[\p{L}\d .&-]{1,60}\/20\d{2}$/u, (text) => text.replace(/\s*\/\s*/g, "/"), {
    vi: "Số bản tự công bố có dạng số thứ tự/tên cơ sở/năm, ví dụ 01/HAODAT/2025.",
    en: "The number of a self-declaration is serial number/name of the maker/year, like 01/HAODAT/2025.",
  }),
  // QĐ 3156/QĐ-BNN-TT writes province-district-commune-site-year; the form after districts ended is not known, so it stays wide.
  growing_area_code: pattern(/^VN-[A-Z0-9-]{4,30}$/, upper, {
    vi: "Mã số vùng trồng bắt đầu bằng VN-, rồi chữ in hoa, chữ số và dấu “-”, ví dụ VN-TNOR-0001.",
    en: "A growing-area code begins with VN-, then capital letters, digits and “-”, like VN-TNOR-0001.",
  }),
  packing_house_code: pattern(/^VN-[A-Z]{2,4}PH-\d{2,5}$/, upper, {
    vi: "Mã cơ sở đóng gói có dạng VN-, chữ viết tắt của tỉnh, PH, rồi số, ví dụ VN-TNPH-001.",
    en: "A packing-house code is VN-, the letters of the province, PH, then a number, like VN-TNPH-001.",
  }),
  gtin,
  traceability_code: {
    hint: {
      vi: "Chép mã hoặc đường dẫn hiện ra khi quét tem truy xuất.",
      en: "Copy the code or the address that appears when the traceability label is scanned.",
    },
    check: checkTraceabilityCode,
  },
  test_report: loose("phiếu kiểm nghiệm", "test report"),
}

/** A code of its own, or a GS1 Digital Link, whose GTIN is checked. */
function checkTraceabilityCode(text: string): NumberAnswer {
  const link = /^https?:\/\/\S{4,}$/i.test(text) ? text : null
  if (link) {
    const inLink = /\/01\/(\d{8,14})(?:[/?#]|$)/.exec(link)?.[1]
    if (inLink === undefined) return ok(link)
    const inside = gtin.check(inLink)
    return inside.ok ? ok(link) : say(`GTIN trong đường dẫn có lỗi. ${inside.problem.vi}`, `The GTIN in the address is wrong. ${inside.problem.en}`)
  }
  const { vi, en } = RULES.traceability_code.hint
  return /^[\p{L}\d][\p{L}\d./:_-]{3,79}$/u.test(text) ? ok(text) : say(`Mã có từ 4 đến 80 ký tự, không có dấu cách. ${vi}`, `The code has 4 to 80 characters and no spaces. ${en}`)
}

/** What a right number of this kind looks like. */
export function numberHint(kind: QualityKind): Sentence {
  return RULES[kind].hint
}

/** Whether a text can be a number of this kind, tidied up. Only what is surely wrong is refused: unconfirmed formats stay wide. */
export function checkNumber(kind: QualityKind, text: string): NumberAnswer {
  const trimmed = text.normalize("NFC").trim()
  if (trimmed === "") return say(`Cần điền số. ${RULES[kind].hint.vi}`, `The number is required. ${RULES[kind].hint.en}`)
  if (trimmed.length > LONGEST) return say(`Số dài nhất ${LONGEST} ký tự.`, `A number has at most ${LONGEST} characters.`)
  return RULES[kind].check(trimmed)
}

/** Two numbers with the same key are the same paper: case, spaces and separators aside. */
export function numberKey(number: string): string {
  return number.normalize("NFC").toUpperCase().replace(/[\s./:_–—-]/g, "")
}
