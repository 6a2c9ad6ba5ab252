import fc from "fast-check"
import { expect, test } from "vitest"
import { roundTogether } from "./round-together"

test.each([
  [[16_666.666666, 16_666.666666, 16_666.666668], [16_667, 16_667, 16_666]],
  [[0.5], [1]],
  [[0.4, 0.4], [1, 0]],
  [[0.2, 0.2], [0, 0]],
  [[99.9999999999], [100]],
  [[], []],
])("%j → %j", (exact, whole) => {
  const parts = roundTogether(exact)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole.reduce((sum, part) => sum + part, 0))
  expect(parts).toHaveLength(whole.length)
  if (whole.length < 3) expect(parts).toEqual(whole)
})

test("the sum is the rounded sum, and each part within one đồng of its exact share", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5_000_000, noNaN: true }), { maxLength: 12 }), (exact) => {
      const parts = roundTogether(exact)
      const sum = exact.reduce((total, amount) => total + amount, 0)
      expect(Math.abs(parts.reduce((total, part) => total + part, 0) - sum)).toBeLessThanOrEqual(0.5 + 1e-5)
      parts.forEach((part, i) => {
        expect(Number.isSafeInteger(part)).toBe(true)
        expect(Math.abs(part - exact[i]!)).toBeLessThan(1 + 1e-5)
      })
    }),
  )
})
