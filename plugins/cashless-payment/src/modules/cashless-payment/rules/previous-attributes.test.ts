import fc from "fast-check"
import { expect, test } from "vitest"
import { previousAttributes } from "./previous-attributes"

test("the former values of what changed, of metadata only the changed keys", () => {
  const before = { name: "An", email: "a@x.vn", metadata: { a: "1", b: "2" }, tags: ["x", "y"] }
  const after = { name: "An", email: "b@x.vn", metadata: { a: "1", b: "3", c: "4" }, tags: ["x"] }
  expect(previousAttributes(before, after)).toEqual({ email: "a@x.vn", metadata: { b: "2", c: null }, tags: ["x", "y"] })
})

test("a key called __proto__ is a key like another and pollutes nothing", () => {
  const before = JSON.parse('{"metadata":{"__proto__":"old"}}') as Record<string, unknown>
  const after = JSON.parse('{"metadata":{"__proto__":"new"}}') as Record<string, unknown>
  expect(JSON.stringify(previousAttributes(before, after))).toBe('{"metadata":{"__proto__":"old"}}')
  expect(({} as Record<string, unknown>).old).toBeUndefined()
})

const json = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.integer()), fc.dictionary(fc.string(), fc.string())))

test("nothing changed, nothing said; and what changed is always named", () => {
  fc.assert(fc.property(json, (object) => void expect(previousAttributes(object, structuredClone(object))).toEqual({})))
  fc.assert(
    fc.property(json, json, (before, after) => {
      const changed = previousAttributes(before, after)
      for (const name of Object.keys(before)) {
        const same = Object.hasOwn(after, name) && JSON.stringify(before[name]) === JSON.stringify(after[name])
        expect(Object.hasOwn(changed, name)).toBe(!same)
      }
    }),
  )
})
