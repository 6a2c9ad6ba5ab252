import { expect, test } from "vitest"
import { keyOfNth, keysOfReference, MOST_OF_ONE_REFERENCE, nameDifferentPayments, sameTelling, transferKey } from "./transfer-key"

const transfer = { accountNumber: "0123456789", referenceCode: "FT26326000001", amountVnd: 150_000, direction: "in" as const }

test("two aggregators write one transfer differently and mean the same", () => {
  expect(transferKey({ ...transfer, accountNumber: "0123 456 789", referenceCode: "ft26326-000001" })).toBe(transferKey(transfer))
})

test.each([
  { accountNumber: "0123456780" },
  { referenceCode: "FT26326000002" },
  { amountVnd: 150_001 },
  { direction: "out" as const },
])("another %j is another transfer", (change) => {
  expect(transferKey({ ...transfer, ...change })).not.toBe(transferKey(transfer))
})

test.each([null, "", " - "])("without a reference (%s) nothing can be said", (referenceCode) => {
  expect(transferKey({ ...transfer, referenceCode })).toBeNull()
})

test.each([
  [["A"], ["B"], true],
  [["A"], ["A"], false],
  [["A", "B"], ["B"], false],
  [[], ["B"], false],
  [["A"], [], false],
])("memos that name %j and %j are of two transfers: %s", (codes, others, different) => {
  expect(nameDifferentPayments(codes, others)).toBe(different)
})

test("the transfers under one reference have keys of their own, up to so many", () => {
  expect(keysOfReference("k").slice(0, 3)).toEqual(["k", "k|2", "k|3"])
  expect([1, 2, MOST_OF_ONE_REFERENCE].map((nth) => keyOfNth("k", nth))).toEqual(["k", "k|2", `k|${MOST_OF_ONE_REFERENCE}`])
  expect(keyOfNth("k", MOST_OF_ONE_REFERENCE + 1)).toBeNull()
})

const house = (bin: string | null) => ({ bin, byHouse: true })
const payee = (bin: string | null) => ({ bin, byHouse: false })

test.each([
  ["at one bank, whoever tells", payee("970422"), house("970422"), "same"],
  ["said by two payees at one bank", payee("970422"), payee("970422"), "same"],
  ["at two banks", payee("970436"), house("970422"), "other"],
  ["at two banks, both told to the operator", house("970436"), house("970422"), "other"],
  ["told to the operator twice, once without a bank", house(null), house("970422"), "same"],
  ["told to the operator twice without a bank", house(null), house(null), "same"],
  ["told by a payee, and to the operator without a bank", payee("970436"), house(null), "perhaps"],
  ["at a digital bank, and told to the operator under its roof", payee("546034"), house("970432"), "perhaps"],
  ["at a digital bank and under its roof, both told to the operator", house("546034"), house("970432"), "same"],
  ["at two banks under one roof", house("546034"), house("546035"), "other"],
] as const)("two tellings %s", (_what, one, two, how) => {
  expect([sameTelling(one, two), sameTelling(two, one)]).toEqual([how, how])
})
