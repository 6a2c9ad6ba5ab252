import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkNumber, numberHint, numberKey } from "./check-number"
import { gs1CheckDigit } from "./gs1-check-digit"
import { KIND_FACTS, QUALITY_KINDS, type QualityKind } from "./kinds"

const RIGHT: [QualityKind, string, string][] = [
  ["vietgap", " vietgap-tt-13-02-19-0001 ", "VIETGAP-TT-13-02-19-0001"],
  ["globalgap", "4049929 823143", "4049929823143"],
  ["organic_vn", "12/2025/HC-TN", "12/2025/HC-TN"],
  ["organic_international", "VN-BIO-154.704-0001", "VN-BIO-154.704-0001"],
  ["haccp", "HA 0123.25", "HA 0123.25"],
  ["iso_22000", "FSMS-0123/2025", "FSMS-0123/2025"],
  ["fssc_22000", "VN25/00012", "VN25/00012"],
  ["food_safety_certificate", "123 / 2025 / NNPTNT-TNG", "123/2025/NNPTNT-TNG"],
  ["food_safety_commitment", "CK 05/2025", "CK 05/2025"],
  ["self_declaration", "01 / HTX HẢO ĐẠT / 2025", "01/HTX HẢO ĐẠT/2025"],
  ["growing_area_code", "vn-tnor-0001", "VN-TNOR-0001"],
  ["packing_house_code", "VN-TNPH-001", "VN-TNPH-001"],
  ["gtin", "8938500000010", "8938500000010"],
  ["traceability_code", "https://vi.du/01/08938500000010/10/LO1", "https://vi.du/01/08938500000010/10/LO1"],
  ["test_report", "PKN-25/1234", "PKN-25/1234"],
]

const WRONG: [QualityKind, string][] = [
  ["vietgap", "TT-13-02"],
  ["globalgap", "4049929823144"],
  ["globalgap", "404992982314"],
  ["gtin", "8938500000019"],
  ["gtin", "893 85O0"],
  ["gtin", "0000000000000"],
  ["organic_vn", "không số"],
  ["haccp", "<b>1</b>"],
  ["food_safety_certificate", "NNPTNT"],
  ["self_declaration", "HAODAT/2025"],
  ["growing_area_code", "TN-1"],
  ["packing_house_code", "VN-TN-001"],
  ["traceability_code", "a b"],
  ["test_report", ""],
]

describe("numbers", () => {
  test("every kind has a right example here", () => expect(new Set(RIGHT.map(([kind]) => kind))).toEqual(new Set(QUALITY_KINDS)))
  test.each(RIGHT)("%s takes %s as %s", (kind, typed, number) => expect(checkNumber(kind, typed)).toEqual({ ok: true, number }))

  test.each(WRONG)("%s refuses %s and says in both languages what a right one looks like", (kind, typed) => {
    const answer = checkNumber(kind, typed)
    if (answer.ok) throw new Error(`took ${answer.number}`)
    expect(answer.problem.vi).toContain(numberHint(kind).vi.slice(0, 20).split(",")[0])
    expect(answer.problem.en).not.toBe(answer.problem.vi)
  })

  test("a barcode with one wrong digit says so", () => {
    const answer = checkNumber("gtin", "8938500000019")
    expect(answer.ok ? "" : answer.problem.vi).toContain("chữ số kiểm tra")
  })
})

test("the barcode inside a traceability address is checked too", () => {
  const answer = checkNumber("traceability_code", "https://vi.du/01/08938500000011/10/LO1")
  expect(answer.ok ? "" : answer.problem.en).toContain("check digit")
})

test("never throws, and what it takes it takes again unchanged", () =>
  fc.assert(
    fc.property(fc.constantFrom(...QUALITY_KINDS), fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9A-Za-z/ .-]{0,90}$/)), (kind, text) => {
      const answer = checkNumber(kind, text)
      if (answer.ok) expect(checkNumber(kind, answer.number)).toEqual(answer)
      else expect(answer.problem.vi.length * answer.problem.en.length).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  ))

test("any single digit changed in a GGN or a GTIN is refused", () =>
  fc.assert(
    fc.property(fc.constantFrom("globalgap" as const, "gtin" as const), fc.stringMatching(/^\d{12}$/), fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (kind, body, at, step) => {
      fc.pre(!/^0+$/.test(body))
      const number = body + gs1CheckDigit(body)
      expect(checkNumber(kind, number).ok).toBe(true)
      expect(checkNumber(kind, number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1)).ok).toBe(false)
    }),
  ))

test("one paper written in two ways has one key", () => {
  expect(numberKey("123 / 2025 / nnptnt-tng")).toBe(numberKey("123/2025/NNPTNT.TNG"))
  expect(numberKey("123/2025/A")).not.toBe(numberKey("124/2025/A"))
})

test("every kind is described for a form", () => {
  for (const kind of QUALITY_KINDS) expect(KIND_FACTS[kind].name.vi && numberHint(kind).en).toBeTruthy()
})
