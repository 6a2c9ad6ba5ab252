import { expect, test } from "vitest"
import { liesOnHouseAccount, type ToldMoney } from "./house-account"

const house = { accountNumber: "1900900900", bin: "970436" }
const shop = { accountNumber: "0123456789", bin: "970422" }
const told: ToldMoney = { channel: "house", numbers: ["1900900900", null], bin: "970436" }

test.each([
  ["to the house's number at its bank", {}, true],
  ["to that number, written with blanks", { numbers: ["1900 900 900"] }, true],
  ["to that number, where nobody says at which bank", { bin: null }, true],
  ["to a virtual account of the house's, which its settings name", { numbers: ["777", "1900900900"] }, true],
  ["to that number at another bank", { bin: "970422" }, false],
  ["to another number at that bank", { numbers: ["1900900901"] }, false],
  ["to that number, as a payee's connection tells it", { channel: "pwh_1" }, false],
  ["to that number, as a person says", { channel: "hand" }, false],
  ["to a payee's virtual account under the house's", { numbers: ["1900900900", "0123456789"], bin: null }, false],
] as const)("money that came %s: on the house's account is %s", (_where, changes, expected) => {
  expect(liesOnHouseAccount({ ...told, ...changes, numbers: [...(changes as Partial<ToldMoney>).numbers ?? told.numbers] }, house, [shop])).toBe(expected)
})

test("what a payee has too may be the payee's; one number at two banks is two accounts", () => {
  expect(liesOnHouseAccount(told, house, [house])).toBe(false)
  expect(liesOnHouseAccount(told, house, [{ ...house, bin: "970422" }])).toBe(true)
  expect(liesOnHouseAccount({ ...told, bin: null }, house, [{ ...house, bin: "970422" }])).toBe(false)
})

test("without an account of its own the house has nothing on it", () => {
  expect(liesOnHouseAccount(told, null, [])).toBe(false)
})
