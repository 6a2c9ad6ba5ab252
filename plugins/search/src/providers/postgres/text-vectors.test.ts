import fc from "fast-check"
import { expect, test } from "vitest"
import { correctedQuery, exactQuery, exactVector, foldedVector, prefixQuery, queryWords } from "./text-vectors"

const texts = { A: ["Chè Tân Cương"], B: [], C: ["HTX Chè"], D: [] }

test("a document's words carry place and weight", () => {
  expect(foldedVector(texts)).toBe("'che':1A,25C 'tan':2A 'cuong':3A 'htx':24C")
  expect(exactVector(texts)).toBe("'chef':1A,25C 'taan':2A 'cuwowng':3A 'htx':24C")
})

test("queries", () => {
  expect(prefixQuery(queryWords("che  Tân cuo che"))).toBe("'che' & 'tan' & 'cuo':*")
  expect(exactQuery("chè tan Cương")).toBe("'chef' & 'cuwowng'")
  expect(exactQuery("che tan")).toBeNull()
  expect(correctedQuery([{ word: "che", corrections: null }, { word: "tancuogn", corrections: [["tan", "cuong"], ["x"]] }])).toBe(
    "'che' & (('tan' & 'cuong') | ('x'))",
  )
  expect(correctedQuery([{ word: "xyzzy", corrections: [] }])).toBeNull()
})

test("whatever is typed, words stay inside their quotes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (q) => {
      const words = queryWords(q)
      expect(words.length).toBeLessThanOrEqual(12)
      expect(prefixQuery(words).replace(/'[\p{L}\p{N}]+'/gu, "w")).toMatch(/^(|w(?: & w)*:\*)$/)
    }),
  )
})
