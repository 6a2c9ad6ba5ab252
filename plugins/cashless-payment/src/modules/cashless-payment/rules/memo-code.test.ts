import { randomInt } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { findMemoCodes, isMemoCode, MEMO_ALPHABET, MEMO_PREFIX, newMemoCode } from "./memo-code"

const code = fc.array(fc.nat(MEMO_ALPHABET.length - 1), { minLength: 8, maxLength: 8 }).map((picks) => {
  const queue = [...picks]
  return newMemoCode(() => queue.shift() ?? 0)
})

test("looks like what it is said to look like", () => {
  const fresh = newMemoCode((limit) => randomInt(limit))
  expect(fresh).toMatch(/^CP[2-9A-HJKMNP-TV-Y]{9}$/)
  expect(isMemoCode(fresh)).toBe(true)
})

test("no ambiguous character is in the alphabet", () => {
  for (const character of "01ILOUZ") expect(MEMO_ALPHABET).not.toContain(character)
})

test.each([
  ["as it is", (c: string) => c],
  ["lower case", (c: string) => c.toLowerCase()],
  ["Vietcombank's prefix and tail", (c: string) => `MBVCB.3278907687.${c}.CT tu 0011001234567 NGUYEN VAN A toi 19030000000001`],
  ["separators stripped", (c: string) => `CT DEN ${c}NGUYEN VAN A CHUYEN TIEN`.replace(/ /g, "")],
  ["hyphens put in", (c: string) => `${c.slice(0, 4)}-${c.slice(4, 8)}-${c.slice(8)} thanh toan`],
  ["a line break in the middle", (c: string) => `${c.slice(0, 6)}\n${c.slice(6)}`],
  ["the buyer's greeting around", (c: string) => `Cháu gửi cô tiền chè ${c} nhé`],
])("survives: %s", (_what, mangle) => {
  fc.assert(fc.property(code, (value) => void expect(findMemoCodes(mangle(value))).toContain(value)))
})

test("one wrong character is always noticed", () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 2, max: 10 }), fc.constantFrom(...MEMO_ALPHABET), (value, at, character) => {
      fc.pre(value[at] !== character)
      expect(isMemoCode(value.slice(0, at) + character + value.slice(at + 1))).toBe(false)
    }),
  )
})

test("any two characters that changed places are noticed", () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 2, max: 10 }), fc.integer({ min: 2, max: 10 }), (value, a, b) => {
      fc.pre(value[a] !== value[b])
      const swapped = [...value]
      ;[swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!]
      expect(isMemoCode(swapped.join(""))).toBe(false)
    }),
  )
})

test("finds every candidate, so that the right one is never hidden by a chance one", () => {
  fc.assert(fc.property(code, code, (a, b) => void expect(findMemoCodes(`${a} ${b}`)).toEqual(expect.arrayContaining([a, b]))))
  fc.assert(fc.property(code, (value) => void expect(findMemoCodes(MEMO_PREFIX + value)).toContain(value)))
})

test("ordinary memos hold no code", () => {
  for (const memo of ["chuyen tien", "CP", "NGUYEN VAN A chuyen khoan mua hang", "", "CP12345678"]) expect(findMemoCodes(memo)).toEqual([])
})
