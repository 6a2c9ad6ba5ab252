import fc from "fast-check"
import { expect, test } from "vitest"
import { judgePaper, type PaperInput } from "./judge-paper"
import { QUALITY_KINDS } from "./kinds"
import { judgeTerm, type TermFacts } from "./quality-term"

const TODAY = "2026-11-22"
const terms: TermFacts[] = [
  { kind: "vietgap", max_months: 24, valid_from: "2010-01-01", valid_to: "2017-01-01", confidence: "confirmed" },
  { kind: "vietgap", max_months: 36, valid_from: "2017-01-01", valid_to: null, confidence: "unconfirmed" },
  { kind: "organic_vn", max_months: 24, valid_from: "2018-10-15", valid_to: null, confidence: "confirmed" },
]
const vietgap: PaperInput = { kind: "vietgap", number: "VietGAP-TT-13-02-19-0001", issuer: "Tổ chức A", issued_on: "2025-01-01", expires_on: "2027-12-31" }
const fieldsOf = (paper: PaperInput) => {
  const answer = judgePaper(paper, terms, TODAY)
  return answer.ok ? [] : Object.keys(answer.fields).sort()
}

test("everything that is wrong is said in one round", () => {
  expect(fieldsOf({ kind: "vietgap" })).toEqual(["expires_on", "issued_on", "issuer", "number"])
  expect(fieldsOf(vietgap)).toEqual([])
})

test.each<[string, Partial<PaperInput>, string[]]>([
  ["issued tomorrow", { issued_on: "2026-11-23" }, ["issued_on"]],
  ["ends before it begins", { expires_on: "2024-12-31" }, ["expires_on"]],
  ["ended yesterday", { expires_on: "2026-11-21" }, ["expires_on"]],
  ["ends today", { expires_on: TODAY }, []],
  ["a century", { expires_on: "2125-01-01" }, ["expires_on"]],
  ["longer than an unconfirmed term only warns", { expires_on: "2029-01-01" }, []],
])("%s", (_, more, fields) => expect(fieldsOf({ ...vietgap, ...more })).toEqual(fields))

test("longer than a confirmed term is refused", () => {
  const organic: PaperInput = { ...vietgap, kind: "organic_vn", number: "12/2025/HC" }
  expect(fieldsOf({ ...organic, expires_on: "2027-01-01" })).toEqual([])
  expect(fieldsOf({ ...organic, expires_on: "2027-01-02" })).toEqual(["expires_on"])
})

test("the term is that of the day of issue", () => {
  expect(judgeTerm(terms, { kind: "vietgap", issued_on: "2016-12-31", expires_on: "2019-01-01" })).toMatchObject({ max_months: 24, exceeded: true, confirmed: true })
  expect(judgeTerm(terms, { kind: "vietgap", issued_on: "2017-01-01", expires_on: "2020-01-01" })).toMatchObject({ max_months: 36, exceeded: false })
  expect(judgeTerm(terms, { kind: "gtin", issued_on: "2017-01-01", expires_on: null })).toBeNull()
})

test("a self-declaration bears the year of its day, and no end", () => {
  const paper: PaperInput = { kind: "self_declaration", number: "01/HAODAT/2025", issued_on: "2025-03-01", expires_on: "2026-12-31" }
  expect(judgePaper(paper, terms, TODAY)).toMatchObject({ ok: true, expires_on: null })
  expect(fieldsOf({ ...paper, number: "01/HAODAT/2024" })).toEqual(["number"])
})

test("a commitment needs a day and no number", () => {
  expect(judgePaper({ kind: "food_safety_commitment", issued_on: "2025-03-01" }, terms, TODAY)).toMatchObject({ ok: true, number: null })
  expect(fieldsOf({ kind: "food_safety_commitment" })).toEqual(["issued_on"])
})

test("no input makes it throw, and every refusal names a field in both languages", () => {
  const day = fc.option(fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)))
  fc.assert(
    fc.property(fc.constantFrom(...QUALITY_KINDS), fc.option(fc.string()), fc.option(fc.string()), day, day, (kind, number, issuer, issued_on, expires_on) => {
      const answer = judgePaper({ kind, number, issuer, issued_on, expires_on }, terms, TODAY)
      if (!answer.ok) for (const sentence of Object.values(answer.fields)) expect(sentence.vi && sentence.en).toBeTruthy()
      else if (answer.expires_on) expect(answer.expires_on >= TODAY).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
