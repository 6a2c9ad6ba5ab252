import fc from "fast-check"
import { expect, test } from "vitest"
import { allocate, shareOf } from "./allocate"
import { balanced, UnbalancedJournal, type Entry } from "./journal"
import { assignedReceiptEntries, payoutEntries, payoutFailedEntries, payoutPaidEntries, refundExecutedEntries, settlementEntries, surplusEntries, unmatchedReceiptEntries } from "./money-postings"
import { minus, refundEntries, refundParts, saleEntries, type SaleFacts, type SaleParts } from "./sale-postings"

const amount = fc.integer({ min: 0, max: 9_999_999_999 })

const sale: fc.Arbitrary<SaleFacts> = fc
  .record({
    goodsVnd: amount,
    shippingVnd: fc.integer({ min: 0, max: 5_000_000 }),
    cut: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    taxMode: fc.constantFrom("WITHHOLD" as const, "REPORT_ONLY" as const, "OFF" as const),
    collectedByPlatform: fc.boolean(),
  })
  .filter(({ goodsVnd, shippingVnd }) => goodsVnd + shippingVnd > 0)
  .map(({ goodsVnd, shippingVnd, cut, ...rest }) => {
    const [, commissionVnd = 0, vatVnd = 0, pitVnd = 0] = allocate(goodsVnd, [1_000, ...cut])
    return { goodsVnd, shippingVnd, commissionVnd, vatVnd, pitVnd, rail: "vnpay", ...rest }
  })

const sum = (entries: Entry[]) => entries.reduce((total, entry) => total + entry.amountVnd, 0)
const on = (entries: Entry[], account: string) => sum(entries.filter((entry) => entry.account === account))
const gross = (parts: SaleParts) => parts.goodsVnd + parts.shippingVnd

test("parts of an amount sum to it, are within one đồng of their share and never exceed what they are shares of", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (weights, share) => {
      const whole = weights.reduce((a, b) => a + b, 0)
      const part = Math.floor(whole * share)
      const parts = allocate(part, weights)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(part)
      parts.forEach((value, index) => {
        expect(value).toBeLessThanOrEqual(weights[index]!)
        if (whole > 0) expect(Math.abs(value - (part / whole) * weights[index]!)).toBeLessThan(1 + 1e-3)
      })
    }),
  )
})

test("the example of the books: 150 000, 5 %, 1 % + 0.5 %", () => {
  const facts: SaleFacts = { goodsVnd: 150_000, shippingVnd: 0, commissionVnd: shareOf(150_000, 500), vatVnd: shareOf(150_000, 100), pitVnd: shareOf(150_000, 50), rail: "vnpay", taxMode: "WITHHOLD", collectedByPlatform: true }
  const entries = saleEntries("sel_1", facts)
  expect(on(entries, "psp_clearing:vnpay")).toBe(150_000)
  expect(on(entries, "seller_payable")).toBe(-140_250)
  expect(on(entries, "commission_revenue")).toBe(-7_500)
  expect(on(entries, "tax_withheld:vat")).toBe(-1_500)
  expect(on(entries, "tax_withheld:pit")).toBe(-750)
})

test("every posting sums to 0, and a tax that is only reported takes nothing from the seller", () => {
  fc.assert(
    fc.property(sale, (facts) => {
      const entries = saleEntries("sel_1", facts)
      expect(sum(entries)).toBe(0)
      if (facts.taxMode !== "WITHHOLD") expect(on(entries, "tax_withheld:vat") + on(entries, "tax_withheld:pit")).toBe(0)
      if (!facts.collectedByPlatform) expect(on(entries, "seller_receivable")).toBe(facts.commissionVnd)
    }),
  )
})

test("a sale refunded in any number of parts leaves nothing behind but what the buyer is owed, and no part goes below 0", () => {
  fc.assert(
    fc.property(sale, fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 5 }), (facts, shares) => {
      const books = [...saleEntries("sel_1", facts)]
      let left: SaleParts = facts
      const refund = (amountVnd: number) => {
        const parts = refundParts(left, amountVnd)
        expect(gross(parts)).toBe(amountVnd)
        left = minus(left, parts)
        for (const value of Object.values(parts)) if (typeof value === "number") expect(value).toBeGreaterThanOrEqual(0)
        for (const key of ["goodsVnd", "shippingVnd", "commissionVnd", "vatVnd", "pitVnd"] as const) expect(left[key]).toBeGreaterThanOrEqual(0)
        const entries = refundEntries("sel_1", facts, parts)
        expect(sum(entries)).toBe(0)
        books.push(...entries)
      }
      for (const share of shares) {
        const amountVnd = Math.floor(gross(left) * share)
        if (amountVnd > 0) refund(amountVnd)
      }
      expect(() => refundParts(left, gross(left) + 1)).toThrow(RangeError)
      if (gross(left) > 0) refund(gross(left))
      for (const account of ["seller_payable", "seller_receivable", "commission_revenue", "tax_withheld:vat", "tax_withheld:pit"]) expect(on(books, account)).toBe(0)
      if (!facts.collectedByPlatform) return
      expect(on(books, "buyer_refundable")).toBe(-gross(facts))
      books.push(...refundExecutedEntries("psp_clearing:vnpay", gross(facts)))
      expect(on(books, "psp_clearing:vnpay")).toBe(0)
      expect(on(books, "buyer_refundable")).toBe(0)
    }),
  )
})

test("a payout that fails returns to the seller, one that is paid leaves the bank, netting stays", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }), (amountVnd, nettedVnd) => {
      const payout = payoutEntries("sel_1", { amountVnd, nettedVnd })
      expect(sum(payout)).toBe(0)
      expect(on([...payout, ...payoutFailedEntries("sel_1", amountVnd)], "seller_payable")).toBe(nettedVnd)
      const paid = [...payout, ...payoutPaidEntries(amountVnd)]
      expect(on(paid, "payout_in_transit")).toBe(0)
      expect(on(paid, "bank")).toBe(-amountVnd)
    }),
  )
  expect(() => payoutEntries("sel_1", { amountVnd: 0, nettedVnd: 5 })).toThrow(RangeError)
})

test("a settlement is what came plus the fee; a fee beyond it is refused", () => {
  const entries = settlementEntries("psp_clearing:vnpay", 150_000, 1_650)
  expect([on(entries, "bank"), on(entries, "psp_fee"), on(entries, "psp_clearing:vnpay")]).toEqual([148_350, 1_650, -150_000])
  expect(() => settlementEntries("psp_clearing:vnpay", 100, 101)).toThrow(RangeError)
})

test("entries that do not balance, are not whole, or name a seller where there is none are refused", () => {
  const line = (amountVnd: number, extra: Partial<Entry> = {}): Entry => ({ account: "bank", sellerId: null, component: "adjustment", amountVnd, ...extra })
  expect(() => balanced([line(1)])).toThrow(UnbalancedJournal)
  expect(() => balanced([line(0.5), line(-0.5)])).toThrow(UnbalancedJournal)
  expect(() => balanced([line(1, { account: "seller_payable" }), line(-1)])).toThrow(UnbalancedJournal)
  expect(() => balanced([line(1, { sellerId: "sel_1" }), line(-1)])).toThrow(UnbalancedJournal)
})

test("stray money: found out whose it was it leaves the unmatched, too late it goes through the refundable back to the buyer", () => {
  const assigned = [...unmatchedReceiptEntries("psp_clearing:vnpay", 90_000), ...assignedReceiptEntries("psp_clearing:vnpay", 90_000)]
  expect([on(assigned, "unmatched_receipts"), on(assigned, "psp_clearing:vnpay")]).toEqual([0, 0])
  const late = surplusEntries("psp_clearing:vnpay", 90_000)
  expect([on(late, "psp_clearing:vnpay"), on(late, "buyer_refundable")]).toEqual([90_000, -90_000])
  expect(on([...late, ...refundExecutedEntries("psp_clearing:vnpay", 90_000)], "buyer_refundable")).toBe(0)
})
