import { expect, test } from "vitest"
import { transferKey } from "./transfer-key"

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
