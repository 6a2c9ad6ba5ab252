import fc from "fast-check"
import { expect, test } from "vitest"
import { correctWord, editDistance } from "./correct-word"

const vocabulary = new Map([["che", 40], ["tan", 30], ["cuong", 25], ["cuon", 2], ["long", 5], ["phe", 9], ["ca", 12], ["nghieng", 1]])

test.each([
  ["cuonh", [["cuong"], ["cuon"]]],
  ["coung", [["cuong"]]],
  ["logn", [["long"]]],
  ["phee", [["phe"]]],
  ["ngheing", [["nghieng"]]],
  ["tancuong", [["tan", "cuong"]]],
  ["cx", []],
  ["25g", []],
  ["xyzzy", []],
])("%s is meant as %j", (word, wanted) => expect(correctWord(word, vocabulary)).toEqual(wanted))

test("distances", () => {
  expect(editDistance("cuong", "cuong", 2)).toBe(0)
  expect(editDistance("cuogn", "cuong", 2)).toBe(1)
  expect(editDistance("", "ab", 2)).toBe(2)
  expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3)
})

test("distance is symmetric and zero only for equals", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20))
      expect(editDistance(a, b, 20) === 0).toBe(a === b)
    }),
  )
})
