import { expect, test } from "vitest"
import { sameAccount } from "./account-number"

test("one number at two banks is two accounts", () => {
  const at = (accountNumber: string | null, bin: string | null) => ({ accountNumber, bin })
  expect(sameAccount(at("0011 2233", "970422"), at("00112233", "970422"))).toBe(true)
  expect(sameAccount(at("00112233", "970422"), at("00112233", "970436"))).toBe(false)
  expect(sameAccount(at("00112233", "970422"), at("0112233", "970422"))).toBe(false)
  expect(sameAccount(at("00112233", null), at("00112233", "970436"))).toBe(true)
  for (const none of [at(null, "970422"), at("", "970422")]) expect(sameAccount(none, none)).toBe(false)
})
