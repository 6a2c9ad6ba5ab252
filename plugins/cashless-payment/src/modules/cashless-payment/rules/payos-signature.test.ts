import fc from "fast-check"
import { expect, test } from "vitest"
import vector from "../../../../test/vectors/payos.json"
import { canonicalPayosData, payosSignature, verifyPayos } from "./payos-signature"

test("signs as payOS' own SDK does", () => {
  expect(canonicalPayosData(vector.data)).toBe(vector.canonical)
  expect(payosSignature(vector.data, vector.checksumKey)).toBe(vector.signature)
  expect(verifyPayos(vector.data, vector.signature.toUpperCase(), vector.checksumKey)).toBe(true)
})

test("nothing and the names of nothing are empty, a list is JSON with sorted keys", () => {
  expect(canonicalPayosData({ b: null, a: undefined, d: "null", c: "undefined", e: [{ z: 1, y: "x" }, 2] })).toBe('a=&b=&c=&d=&e=[{"y":"x","z":1},2]')
})

test.each(Object.keys(vector.data))("a changed %s is noticed", (key) => {
  expect(verifyPayos({ ...vector.data, [key]: "9" }, vector.signature, vector.checksumKey)).toBe(false)
})

test("only the right key and the whole signature verify", () => {
  fc.assert(
    fc.property(fc.string(), (other) => {
      fc.pre(other !== vector.checksumKey && other !== vector.signature)
      expect(verifyPayos(vector.data, vector.signature, other)).toBe(false)
      expect(verifyPayos(vector.data, other, vector.checksumKey)).toBe(false)
    }),
  )
})
