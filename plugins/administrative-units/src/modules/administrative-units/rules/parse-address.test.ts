import fc from "fast-check"
import { expect, test } from "vitest"
import { nationalEdges, nationalUnits } from "../../../testing/national-data"
import { foldVietnamese } from "./fold-vietnamese"
import { readings } from "./address-readings"
import { readAddressLine } from "./address-words"
import { parseAddress, type AddressConfidence } from "./parse-address"
import { buildPlaceIndex } from "./place-index"
import { findMentions } from "./unit-mentions"
import { holdsOn } from "./unit-versions"

// The whole country, as it is seeded: what an address means can only be judged beside all its namesakes.
const TODAY = "2026-11-22"
const units = nationalUnits().filter((unit) => holdsOn(unit, TODAY))
const index = buildPlaceIndex(units, nationalEdges())
const nameOf = new Map(units.map((unit) => [unit.code, unit.full_name]))
const read = (line: string) => parseAddress(line, index)
const candidates = (line: string) => [...new Set(read(line).candidates.map((candidate) => nameOf.get(candidate.commune)))].sort()

test("the example of the specification", () => {
  expect(read("xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên")).toEqual({
    confidence: "exact",
    commune: "05503",
    province: "19",
    old: { commune: null, district: "164", province: null },
    candidates: [],
    if_old: [],
    rest: "xóm Hồng Thái 2",
    phone: null,
  })
})

// [line, confidence, commune, province, rest]
const READ: [string, AddressConfidence, string | null, string | null, string][] = [
  // Written as people write.
  ["xom hong thai 2 xa tan cuong tp thai nguyen", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", "xom hong thai 2"],
  ["Thái Nguyên, xã Tân Cương, xóm 3", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", "xóm 3"],
  ["Tân Cương, Thái Nguyên", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", ""],
  ["X. Tân Cương - T. Thái Nguyên", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", ""],
  ["XÓM 5; XÃ TÂN CƯƠNG; TỈNH THÁI NGUYÊN.", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", "XÓM 5"],
  ["Số 7\nXã Tân Cương\nTỉnh Thái Nguyên", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", "Số 7"],
  ["Tan Cuong commune, Thai Nguyen province, Vietnam", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", ""],
  ["P. Bắc Nha Trang, Khánh Hòa", "exact", "Phường Bắc Nha Trang", "Tỉnh Khánh Hoà", ""],
  ["P. Bắc Nha Trang, Khánh Hoà", "exact", "Phường Bắc Nha Trang", "Tỉnh Khánh Hoà", ""],
  ["xã Ea HLeo, Đắc Lắc", "exact", "Xã Ea H'Leo", "Tỉnh Đắk Lắk", ""],
  ["Phường Quy Nhơn, Gia Lai", "exact", "Phường Quy Nhơn", "Tỉnh Gia Lai", ""],
  ["phường Qui Nhơn, Gia Lai", "exact", "Phường Quy Nhơn", "Tỉnh Gia Lai", ""],
  ["Phường 1 Bảo Lộc, Lâm Đồng", "exact", "Phường 1 Bảo Lộc", "Tỉnh Lâm Đồng", ""],
  ["phường Trảng Dài, tỉnh Đồng Nai", "exact", "Phường Trảng Dài", "Thành phố Đồng Nai", ""],
  // What stands in the line beside the address.
  ["Số 3, xã Tân Cương, Thái Nguyên 250000, Việt Nam. ĐT: 0912 345 678", "exact", "Xã Tân Cương", "Tỉnh Thái Nguyên", "Số 3"],
  ["Nguyễn Hà Phương, 0912345678, Tổ 5 phường Đức Xuân, TP Bắc Kạn", "exact", "Phường Đức Xuân", "Tỉnh Thái Nguyên", "Nguyễn Hà Phương, Tổ 5"],
  ["Số 5 Hai Bà Trưng, phường Cửa Nam, Hà Nội", "exact", "Phường Cửa Nam", "Thành phố Hà Nội", "Số 5 Hai Bà Trưng"],
  ["Nhà ở xã hội, phường Định Công, Hà Nội", "exact", "Phường Định Công", "Thành phố Hà Nội", "Nhà ở xã hội"],
  ["thôn Bản Lầu xã Bản Lầu huyện Mường Khương tỉnh Lào Cai", "exact", "Xã Bản Lầu", "Tỉnh Lào Cai", "thôn Bản Lầu"],
  // Old names.
  ["xã Phúc Trìu, TP. Thái Nguyên", "resolved", "Xã Đại Phúc", "Tỉnh Thái Nguyên", ""],
  ["xã Phúc Trìu (cũ), Thái Nguyên", "resolved", "Xã Đại Phúc", "Tỉnh Thái Nguyên", ""],
  ["12 Lê Lợi, P.Bến Nghé, Q1, TP.HCM", "resolved", "Phường Sài Gòn", "Thành phố Hồ Chí Minh", "12 Lê Lợi"],
  ["P5 Q3 TPHCM", "resolved", "Phường Bàn Cờ", "Thành phố Hồ Chí Minh", ""],
  ["P.05, Q.3, TP Hồ Chí Minh", "resolved", "Phường Bàn Cờ", "Thành phố Hồ Chí Minh", ""],
  ["Phường Vĩnh Hải, TP Nha Trang, Khánh Hòa", "resolved", "Phường Bắc Nha Trang", "Tỉnh Khánh Hoà", ""],
  ["TT. Ea Tling, H. Cư Jút, Đắk Nông", "resolved", "Xã Cư Jút", "Tỉnh Lâm Đồng", ""],
  ["huyện Côn Đảo, Bà Rịa – Vũng Tàu", "resolved", "Đặc khu Côn Đảo", "Thành phố Hồ Chí Minh", ""],
  ["xã Chợ Mới, Bắc Kạn", "resolved", "Xã Chợ Mới", "Tỉnh Thái Nguyên", ""],
  // What only a person can tell.
  ["Phường Ngọc Hà, quận Ba Đình, Hà Nội", "ambiguous", null, "Thành phố Hà Nội", ""],
  ["xóm 5 tan cuong thai nguyen", "ambiguous", null, "Tỉnh Thái Nguyên", "xóm 5"],
  ["Tân Cương", "ambiguous", null, "Tỉnh Thái Nguyên", ""],
  ["xã Tân Cương, huyện Ba Vì, Thái Nguyên", "ambiguous", null, "Tỉnh Thái Nguyên", "huyện Ba Vì"],
  ["Sông Công, Thái Nguyên", "ambiguous", null, "Tỉnh Thái Nguyên", ""],
  ["Phường Tan Cương, Thái Nguyên", "ambiguous", null, "Tỉnh Thái Nguyên", ""],
  // Less than a commune.
  ["Thái Nguyên", "partial", null, "Tỉnh Thái Nguyên", ""],
  ["Bắc Kạn", "partial", null, "Tỉnh Thái Nguyên", ""],
  ["Tiền Giang", "partial", null, "Tỉnh Đồng Tháp", ""],
  ["thôn 3, xã Không Có Ở Đâu, Thái Nguyên", "partial", null, "Tỉnh Thái Nguyên", "thôn 3, xã Không Có Ở Đâu"],
  ["Quận 1, TP HCM", "partial", null, "Thành phố Hồ Chí Minh", ""],
  ["asdf qwer", "none", null, null, "asdf qwer"],
  ["!!! ,,, ", "none", null, null, "!!!"],
  ["0912 345 678", "none", null, null, ""],
]

test.each(READ)("%s → %s %s", (line, confidence, commune, province, rest) => {
  for (const form of ["NFC", "NFD"] as const) {
    const reading = read(line.normalize(form))
    const names = { commune: nameOf.get(reading.commune ?? "") ?? null, province: nameOf.get(reading.province ?? "") ?? null }
    expect({ ...names, confidence: reading.confidence, rest: reading.rest }).toEqual({ confidence, commune, province, rest })
  }
})

test("candidates are named, with the old commune that leads to them", () => {
  expect(candidates("Phường Ngọc Hà, quận Ba Đình, Hà Nội")).toEqual(["Phường Ba Đình", "Phường Ngọc Hà"])
  expect(candidates("xa van lang, thai nguyen")).toEqual(["Xã Văn Lang", "Xã Văn Lăng"])
  expect(read("Xã Văn Lăng, Thái Nguyên").confidence).toBe("exact")
  expect(candidates("Quận 1, TP HCM")).toEqual(["Phường Bến Thành", "Phường Cầu Ông Lãnh", "Phường Sài Gòn", "Phường Tân Định"])
  expect(read("xã Phúc Trìu, TP Thái Nguyên").old).toEqual({ commune: "05494", district: "164", province: null })
})

test("a name of today that was another place's before says where that would be", () => {
  const reading = read("phường Trung Thành, Thái Nguyên")
  expect(reading.confidence).toBe("exact")
  expect(reading.if_old.map((candidate) => nameOf.get(candidate.commune))).toEqual(["Phường Tích Lương"])
})

test("phone numbers are taken out and told", () => {
  for (const written of ["0912345678", "+84 912 345 678", "84912345678", "0912.345.678", "sđt: 0912-345-678"]) {
    expect(read(`Xã Tân Cương, Thái Nguyên, ${written}`)).toMatchObject({ phone: "0912345678", rest: "", confidence: "exact" })
  }
})

const REACHED = (line: string) => {
  const reading = read(line)
  return { reading, codes: reading.commune ? [reading.commune] : reading.candidates.map((candidate) => candidate.commune) }
}
const communes = units.filter((unit) => unit.parent_code !== null)
const addressOf = (unit: (typeof units)[number]) => `${unit.full_name}, ${nameOf.get(unit.parent_code ?? "")}`

test("every commune of the country, written as it is today, is read as itself", () => {
  for (const unit of communes) {
    for (const line of [addressOf(unit), addressOf(unit).replace(", ", " "), `số 1, ${addressOf(unit)}`, addressOf(unit).normalize("NFD").toUpperCase()]) {
      const { confidence, commune } = read(line)
      expect([line, confidence, commune]).toEqual([line, "exact", unit.code])
    }
  }
})

test("every commune of today without marks is read as itself, or is among its look-alikes", () => {
  for (const unit of communes) {
    const line = foldVietnamese(addressOf(unit))
    const { reading, codes } = REACHED(line)
    expect([line, codes.includes(unit.code)]).toEqual([line, true])
    if (codes.length > 1) expect(reading.confidence).toBe("ambiguous")
  }
})

test("every old commune with its old district and province leads to all its successors, and to one only when there is one", () => {
  const successors = new Map<string, Set<string>>()
  const lines = new Map<string, string[]>()
  for (const edge of nationalEdges()) {
    const key = edge.old_commune_code ?? `d${edge.old_district_code}`
    successors.set(key, (successors.get(key) ?? new Set()).add(edge.new_commune_code))
    lines.set(key, [edge.old_commune, edge.old_district, edge.old_province].filter(Boolean))
  }
  expect(lines.size).toBe(10_038)
  for (const [key, parts] of lines) {
    const wanted = [...(successors.get(key) ?? [])]
    for (const line of [parts.join(", "), foldVietnamese(parts.join(", ")), foldVietnamese(parts.join(" "))]) {
      const { reading, codes } = REACHED(line)
      expect([line, wanted.filter((code) => !codes.includes(code))]).toEqual([line, []])
      expect([line, ["exact", "resolved", "ambiguous"].includes(reading.confidence)]).toEqual([line, true])
      if (wanted.length > 1) expect([line, reading.confidence]).toEqual([line, "ambiguous"])
    }
    // Without the district it may be taken for a commune of today; then it says where the old one went.
    const { reading, codes } = REACHED([parts[0], parts.at(-1)].join(", "))
    const told = [...codes, ...reading.if_old.map((candidate) => candidate.commune)]
    expect([parts, wanted.filter((code) => !told.includes(code))]).toEqual([parts, []])
  }
}, 60_000)

test("any text is read without an error, keeps no unit it does not have, and never gives two answers", () => {
  const word = fc.constantFrom("xã", "phường", "TP", "huyện", "tỉnh", "Tân", "Cương", "Hoà", "Bình", "Thái", "Nguyên", "cũ", ",", "-", "1", "(", "0912345678", "Q3", "đường")
  const line = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 120 }), fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")))
  fc.assert(
    fc.property(line, (text) => {
      const reading = read(text)
      expect(reading.commune !== null).toBe(["exact", "resolved"].includes(reading.confidence))
      if (reading.commune) expect(index.communes.get(reading.commune)?.province).toBe(reading.province)
      if (reading.confidence === "none") expect([reading.province, reading.candidates]).toEqual([null, []])
      if (reading.confidence === "ambiguous") expect(reading.candidates.length).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})

test("text that names no unit is never certain", () => {
  const names = (text: string) => [...index.names.keys()].some((key) => foldVietnamese(text).replace(/[^\p{L}\p{N}]/gu, "").includes(key) && key.length > 1)
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      fc.pre(!names(text))
      expect(["none", "partial", "ambiguous"]).toContain(read(text).confidence)
    }),
    { numRuns: 300 },
  )
})

test("a hostile line of the greatest length costs little", () => {
  const hostile = "xã Tân Cương huyện Châu Thành tỉnh Thái Nguyên ".repeat(7).slice(0, 300)
  expect(read(hostile).confidence).toBe("ambiguous")
})

test.each(["Hoa Binh, ", "Phu My,Phu My,Hue,", "Long My,Soc Trang,", "Q1,P1,HCM,"])("%j over and over is understood in few ways: each costs time, and they are compared pair by pair", (part) => {
  const line = readAddressLine(part.repeat(300).slice(0, 300))
  expect(readings(findMentions(line, index), line.words.length, index).length).toBeLessThan(400)
})
