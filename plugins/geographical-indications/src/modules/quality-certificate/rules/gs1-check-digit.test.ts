import fc from "fast-check"
import { expect, test } from "vitest"
import { gs1CheckDigit, hasGs1CheckDigit } from "./gs1-check-digit"

const body = fc.stringMatching(/^\d{7,13}$/)

test.each(["4006381333931", "96385074", "036000291452", "10614141543219"])("%s, printed in GS1's own examples, is right", (number) =>
  expect(hasGs1CheckDigit(number)).toBe(true))

test("any single wrong digit is caught, the check digit too", () =>
  fc.assert(
    fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, seed, step) => {
      const number = digits + gs1CheckDigit(digits)
      const at = seed % number.length
      const wrong = number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1)
      expect(hasGs1CheckDigit(number)).toBe(true)
      expect(hasGs1CheckDigit(wrong)).toBe(false)
    }),
  ))

test("neighbours that changed places are caught unless they differ by five", () =>
  fc.assert(
    fc.property(body, fc.nat(), (digits, seed) => {
      const number = digits + gs1CheckDigit(digits)
      const at = seed % (number.length - 1)
      const [a, b] = [Number(number[at]), Number(number[at + 1])]
      const swapped = number.slice(0, at) + b + a + number.slice(at + 2)
      expect(hasGs1CheckDigit(swapped)).toBe(Math.abs(a - b) % 5 === 0)
    }),
  ))

test("what is no number is refused, not guessed", () => {
  expect(() => gs1CheckDigit("12a")).toThrow(RangeError)
  expect(hasGs1CheckDigit("")).toBe(false)
  expect(hasGs1CheckDigit("٣٤")).toBe(false)
})
