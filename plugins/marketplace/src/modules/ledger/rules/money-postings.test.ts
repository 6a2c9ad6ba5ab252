import fc from "fast-check"
import { expect, test } from "vitest"
import { UnbalancedJournal, type Entry } from "./journal"
import { assignedReceiptEntries, bankFeeEntries, payoutEntries, payoutPaidEntries, payoutReversedEntries, receiptForSellerEntries, refundInSellersSteadEntries, returnedReceiptEntries, takenBackEntries, unmatchedReceiptEntries } from "./money-postings"

const amount = fc.integer({ min: 1, max: 9_999_999_999 })
const on = (entries: Entry[], account: string) => entries.filter((entry) => entry.account === account).reduce((sum, { amountVnd }) => sum + amountVnd, 0)

test("what the house sent in a shop's stead left its bank, and is the shop's debt", () => {
  fc.assert(
    fc.property(amount, (vnd) => {
      expect(refundInSellersSteadEntries("sel_1", vnd)).toEqual([
        { account: "seller_receivable", sellerId: "sel_1", component: "refund", amountVnd: vnd },
        { account: "bank", sellerId: null, component: "refund", amountVnd: -vnd },
      ])
    }),
  )
})

test("what a buyer paid the house for a shop is the shop's, whole, and gone with its payout", () => {
  fc.assert(
    fc.property(amount, fc.constantFrom("bank" as const, "psp_clearing:vnpay" as const), (vnd, into) => {
      const received = receiptForSellerEntries("sel_1", into, vnd)
      expect([on(received, into), on(received, "seller_payable")]).toEqual([vnd, -vnd])
      const all = [...received, ...payoutEntries("sel_1", { amountVnd: vnd, nettedVnd: 0 }), ...payoutPaidEntries(vnd)]
      expect([on(all, "seller_payable"), on(all, "payout_in_transit"), on(all, "bank") + on(all, "psp_clearing:vnpay")]).toEqual([0, 0, 0])
    }),
  )
})

test("the shop had paid after all: it owes nothing of it, what payouts took off comes back, and the house's money stands where it is", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: -1_000_000, max: 9_999_999_999 }), (vnd, owed) => {
      for (const [where, account] of [["not_sent", "bank"], ["with_buyer", "buyer_receivable"], ["lost", "house_loss"]] as const) {
        const taken = takenBackEntries("sel_1", vnd, owed, where)
        const [forgiven, paidAgain] = [0 - on(taken, "seller_receivable"), 0 - on(taken, "seller_payable")]
        expect(forgiven + paidAgain).toBe(vnd)
        expect(forgiven).toBeLessThanOrEqual(Math.max(0, owed))
        // Nothing is paid out again while the shop still owes.
        if (paidAgain > 0) expect(forgiven).toBe(Math.max(0, owed))
        expect(on([...refundInSellersSteadEntries("sel_1", vnd), ...taken], account)).toBe(account === "bank" ? 0 : vnd)
      }
    }),
  )
})

test("what belonged to no order and went back from the bank is owed to nobody any more", () => {
  fc.assert(
    fc.property(amount, (vnd) => {
      const all = [...unmatchedReceiptEntries("psp_clearing:vnpay", vnd), ...returnedReceiptEntries(vnd)]
      expect([on(all, "unmatched_receipts"), on(all, "psp_clearing:vnpay"), on(all, "bank")]).toEqual([0, vnd, -vnd])
    }),
  )
})

test("what lies at the house's bank and is nobody's stands apart, and is out again, to the đồng, when it pays something, is no money of ours, or has left", () => {
  fc.assert(
    fc.property(amount, fc.constantFrom("bank" as const, "psp_clearing:vnpay" as const), (vnd, into) => {
      const kept = unmatchedReceiptEntries(into, vnd)
      expect([on(kept, into), on(kept, "unmatched_receipts"), kept.length]).toEqual([vnd, -vnd, 2])
      const paid = [...kept, ...assignedReceiptEntries(into, vnd), ...receiptForSellerEntries("sel_1", into, vnd)]
      expect([on(paid, into), on(paid, "unmatched_receipts"), on(paid, "seller_payable")]).toEqual([vnd, 0, -vnd])
      for (const [ended, left] of [[assignedReceiptEntries(into, vnd), into], [returnedReceiptEntries(vnd), "bank"]] as const) {
        expect(ended.reduce((sum, { amountVnd }) => sum + amountVnd, 0)).toBe(0)
        expect([on(ended, "unmatched_receipts"), on(ended, left)]).toEqual([vnd, -vnd])
      }
    }),
  )
})

test("a payout that was paid and came back leaves the seller owed exactly what was sent, and what was netted settled", () => {
  fc.assert(
    fc.property(amount, fc.nat(1_000_000), (amountVnd, nettedVnd) => {
      const all = [...payoutEntries("sel_1", { amountVnd, nettedVnd }), ...payoutPaidEntries(amountVnd), ...payoutReversedEntries("sel_1", amountVnd)]
      expect(on(all, "bank")).toBe(0)
      expect(on(all, "payout_in_transit")).toBe(0)
      expect(on(all, "seller_payable")).toBe(nettedVnd)
      expect(on(all, "seller_receivable")).toBe(0 - nettedVnd)
    }),
  )
})

test("a fee of a bank is the house's cost, and is something", () => {
  expect(bankFeeEntries(3_300)).toMatchObject([{ account: "psp_fee", amountVnd: 3_300 }, { account: "bank", amountVnd: -3_300 }])
  expect(() => bankFeeEntries(0)).toThrow(RangeError)
  expect(() => bankFeeEntries(0.5)).toThrow(UnbalancedJournal)
})
