import fc from "fast-check"
import { expect, test } from "vitest"
import { maskedName } from "./masked-name"

test("first letters, whatever the blanks and the script", () => {
  expect(maskedName("  nguyễn  văn An ")).toBe("N. V. A.")
  expect(maskedName("Đỗ Ơn")).toBe("Đ. Ơ.")
  expect(maskedName("")).toBe("")
})

test("no word of two letters or more is left in it", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(words, (given) => {
      expect(maskedName(given.join(" "))).toMatch(/^([A-Z]\.)( [A-Z]\.)*$/)
    }),
  )
})
