import fc from "fast-check"
import { expect, test } from "vitest"
import { compileFilters } from "./compile-filters"

test("the filters of the shop's search", () => {
  expect(compileFilters({ $and: [{ stars: ["5", "4"] }, { ocop_valid_until: { $gte: 20261122 } }], province_code: "19" })).toEqual({
    text: "((((fields @> ?::jsonb or fields @> ?::jsonb)) and ((coalesce((fields ->> ?)::float8 >= ?, false)))) and fields @> ?::jsonb)",
    params: ['{"stars":"5"}', '{"stars":"4"}', "ocop_valid_until", 20261122, '{"province_code":"19"}'],
  })
})

test("no filters match everything, an empty list nothing", () => {
  expect(compileFilters(undefined)).toEqual({ text: "true", params: [] })
  expect(compileFilters({ stars: [] }).text).toBe("(false)")
})

test("unknown operators are refused, not approximated", () => {
  expect(() => compileFilters({ title: { $like: "%che%" } })).toThrow("$like")
  expect(() => compileFilters({ price_vnd: { $gte: "1; drop table" } })).toThrow("$gte")
})

test("neither names nor values ever become SQL", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }).filter((name) => !name.startsWith("$")), fc.string(), (name, value) => {
      const { text, params } = compileFilters({ [name]: value })
      expect(text).toBe("(fields @> ?::jsonb)")
      expect(params).toEqual([JSON.stringify({ [name]: value })])
    }),
  )
})
