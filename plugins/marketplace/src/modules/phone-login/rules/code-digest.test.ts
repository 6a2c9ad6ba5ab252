import { expect, test } from "vitest"
import { codeDigest, generateCode, sameDigest } from "./code-digest"

test("a code has six digits, leading zeros included", () => {
  for (let i = 0; i < 500; i++) expect(generateCode()).toMatch(/^\d{6}$/)
})

test("a digest depends on key, phone, purpose and code", () => {
  const digest = codeDigest("k", "+84912345678", "seller", "123456")
  expect(sameDigest(digest, codeDigest("k", "+84912345678", "seller", "123456"))).toBe(true)
  for (const other of [
    codeDigest("K", "+84912345678", "seller", "123456"),
    codeDigest("k", "+84912345679", "seller", "123456"),
    codeDigest("k", "+84912345678", "official", "123456"),
    codeDigest("k", "+84912345678", "seller", "123457"),
    "",
  ])
    expect(sameDigest(digest, other)).toBe(false)
})
