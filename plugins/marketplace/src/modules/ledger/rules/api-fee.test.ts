import fc from "fast-check"
import { expect, test } from "vitest"
import { apiFeeEntries, apiFeeVnd } from "./api-fee"

const amount = fc.integer({ min: 1, max: 9_999_999_999 })

test("the fee that was named, or what is over the transfer, and never more than was paid", () => {
  expect(apiFeeVnd(150_000, { feeVnd: 7_500, transferVnd: null })).toBe(7_500)
  expect(apiFeeVnd(150_000, { feeVnd: null, transferVnd: 140_000 })).toBe(10_000)
  expect(apiFeeVnd(150_000, { feeVnd: null, transferVnd: null })).toBe(0)
  fc.assert(
    fc.property(amount, fc.option(amount), fc.option(amount), (vnd, feeVnd, transferVnd) => {
      const owed = apiFeeVnd(vnd, { feeVnd, transferVnd })
      expect(owed).toBeGreaterThanOrEqual(0)
      expect(owed).toBeLessThanOrEqual(vnd)
    }),
  )
})

test("the shop owes it, the house has earned it, and no money moved", () => {
  fc.assert(
    fc.property(amount, (feeVnd) => {
      const entries = apiFeeEntries("sel_1", feeVnd)
      expect(entries.reduce((sum, { amountVnd }) => sum + amountVnd, 0)).toBe(0)
      expect(entries).toMatchObject([{ account: "seller_receivable", sellerId: "sel_1", amountVnd: feeVnd }, { account: "commission_revenue", amountVnd: -feeVnd }])
    }),
  )
})
