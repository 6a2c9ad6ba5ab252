import { expect, test } from "vitest"
import { liesWith, type MoneyToAssign } from "./lies-with"

const elsewhere: MoneyToAssign = {
  provider: "sepay", channel: "house", account: { accountNumber: "555", bin: "970422" }, payee: { accountNumber: "0123", bin: "970436" }, isOnHouseAccount: false, isSomePayees: false, said: null,
}

test.each([
  ["on the payee's account, whatever is said", { account: elsewhere.payee, said: "house" }, "payee"],
  ["on the payee's number at a bank nobody named", { account: { accountNumber: "0123", bin: null } }, "payee"],
  ["on another account, of which nothing is said", {}, "say_where"],
  ["on another account, said to be the payee's virtual one", { said: "payee" }, "payee"],
  ["on the house's own", { said: "house" }, "house"],
  ["on the one account that is known as the house's, whatever is said", { isOnHouseAccount: true, said: "payee" }, "house"],
  ["on the one account that is known as the house's, of which nothing is said", { isOnHouseAccount: true }, "house"],
  ["on the account that the house itself is paid on", { isOnHouseAccount: true, account: elsewhere.payee }, "payee"],
  ["on an account that some payee has, said to be the house's", { said: "house", isSomePayees: true }, "not_with_house"],
  ["said to be on the house's account, by a payee's connection", { said: "house", channel: "pwh_1" }, "not_with_house"],
  ["on an account that some payee has, of which nothing is said", { isSomePayees: true }, "say_where"],
  ["on an account that some payee has, said to be the payee's", { said: "payee", isSomePayees: true }, "payee"],
  ["told by a payee's connection, said to be the payee's", { said: "payee", channel: "pwh_1" }, "payee"],
  ["at VNPay", { provider: "vnpay" }, "house"],
] as const)("money %s", (_what, changes, expected) => {
  expect(liesWith({ ...elsewhere, ...changes })).toBe(expected)
})
