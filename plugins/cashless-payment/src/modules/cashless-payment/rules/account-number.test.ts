import { expect, test } from "vitest"
import { namesAccount, sameAccount } from "./account-number"

const at = (accountNumber: string | null, bin: string | null) => ({ accountNumber, bin })

test("one number at two banks is two accounts", () => {
  expect(sameAccount(at("0011 2233", "970422"), at("00112233", "970422"))).toBe(true)
  expect(sameAccount(at("00112233", "970422"), at("00112233", "970436"))).toBe(false)
  expect(sameAccount(at("00112233", "970422"), at("0112233", "970422"))).toBe(false)
  expect(sameAccount(at("00112233", null), at("00112233", "970436"))).toBe(true)
  for (const none of [at(null, "970422"), at("", "970422")]) expect(sameAccount(none, none)).toBe(false)
})

test("a told account is one at a digital bank also under its roof's name, by the whole number alone", () => {
  expect(namesAccount(at("00112233", "970432"), at("0011 2233", "546034"))).toBe(true)
  expect(sameAccount(at("00112233", "970432"), at("00112233", "546034"))).toBe(false)
  expect(namesAccount(at("00112233", "546034"), at("00112233", "970432"))).toBe(false)
  expect(namesAccount(at("00112234", "970432"), at("00112233", "546034"))).toBe(false)
})
