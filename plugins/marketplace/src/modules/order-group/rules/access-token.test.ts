import fc from "fast-check"
import { expect, test } from "vitest"
import { isOrderGroupToken, orderGroupToken } from "./access-token"

test("a token opens its own group only, and only under its own secret", () => {
  const token = orderGroupToken("ogr_1", "secret")
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(isOrderGroupToken("ogr_1", token, "secret")).toBe(true)
  expect(isOrderGroupToken("ogr_2", token, "secret")).toBe(false)
  expect(isOrderGroupToken("ogr_1", token, "other")).toBe(false)
})

test("no other string opens it", () => {
  const token = orderGroupToken("ogr_1", "secret")
  fc.assert(fc.property(fc.string({ maxLength: 80, unit: "grapheme" }), (guess) => isOrderGroupToken("ogr_1", guess, "secret") === (guess === token)))
})
