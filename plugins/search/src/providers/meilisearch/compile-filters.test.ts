import fc from "fast-check"
import { expect, test } from "vitest"
import { compileFilters } from "./compile-filters"

test("the filters of the shop's search", () => {
  expect(compileFilters({ $and: [{ stars: ["5", "4"] }, { ocop_valid_until: { $gte: 20261122 } }], has_gi: true })).toEqual([
    'stars IN ["5", "4"]',
    "ocop_valid_until >= 20261122",
    "has_gi = true",
  ])
  expect(compileFilters({ $or: [{ stars: "5" }, { has_gi: true }] })).toEqual([['stars = "5"', "has_gi = true"]])
  expect(compileFilters(undefined)).toEqual([])
})

test("what cannot be said is refused", () => {
  expect(() => compileFilters({ $not: { stars: "5" } })).toThrow("$not")
  expect(() => compileFilters({ title: { $like: "%" } })).toThrow("$like")
  expect(() => compileFilters({ "a OR b": 1 })).toThrow()
})

test("a value never ends its quotes", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const [condition] = compileFilters({ stars: value })
      expect(condition).toMatch(/^stars = "(?:[^"\\]|\\["\\])*"$/su)
    }),
  )
})
