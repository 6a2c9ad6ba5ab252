import fc from "fast-check"
import { expect, test } from "vitest"
import { apiFeeEntries, apiFeeVnd } from "./api-fee"
import { destinationChargeEntries, destinationRefundEntries, feeRefundEntries, houseShareOfRefund, platformChargeEntries, platformRefundEntries, reversed } from "./charge-postings"
import type { Entry } from "./journal"

const on = (entries: Entry[], account: string) => entries.filter((entry) => entry.account === account).reduce((sum, { amountVnd }) => sum + amountVnd, 0)
const accounts = (entries: Entry[]) => Object.fromEntries([...new Set(entries.map(({ account }) => account))].sort().map((account) => [account, on(entries, account)]))

test("of a charge with a fee the shop is owed the rest and the house has the fee; both lines of the shop stay apart", () => {
  const entries = destinationChargeEntries("sel_1", { amountVnd: 150_000, transferVnd: 150_000, feeVnd: 7_500 })
  expect(accounts(entries)).toEqual({ "psp_clearing:vnpay": 150_000, commission_revenue: -7_500, seller_payable: -142_500 })
  expect(entries.filter(({ sellerId }) => sellerId === "sel_1").map(({ component, amountVnd }) => [component, amountVnd])).toEqual([["transfer", -150_000], ["commission", 7_500]])
})

test("of a charge with transfer_data[amount] the shop is owed that, and the house keeps what is over it", () => {
  expect(accounts(destinationChargeEntries("sel_1", { amountVnd: 150_000, transferVnd: 140_000, feeVnd: 0 }))).toEqual({ "psp_clearing:vnpay": 150_000, commission_revenue: -10_000, seller_payable: -140_000 })
})

test("who bears a refund: the house alone, the shop and not its fee, or each its part", () => {
  const refund = (transferReversedVnd: number | null, feeRefundedVnd: number | null) => accounts(destinationRefundEntries("sel_1", { amountVnd: 50_000, transferReversedVnd, feeRefundedVnd }))
  expect(refund(null, null)).toEqual({ buyer_refundable: -50_000, refund_expense: 50_000 })
  expect(refund(50_000, null)).toEqual({ buyer_refundable: -50_000, seller_payable: 50_000 })
  expect(refund(50_000, 2_500)).toEqual({ buyer_refundable: -50_000, commission_revenue: 2_500, seller_payable: 47_500 })
  expect(refund(46_667, null)).toEqual({ buyer_refundable: -50_000, commission_revenue: 3_333, seller_payable: 46_667 })
})

test("what belongs to no shop is kept apart, and a fee given back of direct money is a debt less", () => {
  expect(accounts([...platformChargeEntries("psp_clearing:vnpay", 90_000), ...platformRefundEntries(90_000)])).toEqual({ "psp_clearing:vnpay": 90_000, buyer_refundable: -90_000, other_collections: 0 })
  expect(accounts(platformChargeEntries("bank", 90_000))).toEqual({ bank: 90_000, other_collections: -90_000 })
  expect(accounts(feeRefundEntries("sel_1", 2_500))).toEqual({ commission_revenue: 2_500, seller_payable: -2_500 })
})

test("of a refund the house gives up the fee given back and what was over the transfer, and nothing of a transfer that stays", () => {
  const share = (transferReversedVnd: number | null, feeRefundedVnd: number | null) => houseShareOfRefund({ amountVnd: 50_000, transferReversedVnd, feeRefundedVnd })
  expect([share(null, null), share(50_000, null), share(50_000, 2_500), share(46_667, null), share(null, 2_500)]).toEqual([0, 0, 2_500, 3_333, 2_500])
})

test("over VietQR as over VNPay: refunded whole with the transfer reversed, shop and house have nothing of each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 499_999_999 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (amountVnd, share, byTransfer) => {
      const part = Math.floor(amountVnd * share)
      const terms = byTransfer ? { feeVnd: null, transferVnd: Math.max(1, part) } : { feeVnd: part, transferVnd: null }
      const refund = { amountVnd, transferReversedVnd: terms.transferVnd ?? amountVnd, feeRefundedVnd: terms.feeVnd }
      const entries = [...apiFeeEntries("sel_1", apiFeeVnd(amountVnd, terms)), ...feeRefundEntries("sel_1", houseShareOfRefund(refund))]
      expect([on(entries, "seller_payable") + on(entries, "seller_receivable"), on(entries, "commission_revenue")]).toEqual([0, 0])
    }),
  )
})

test("every journal balances, and a refund of everything that gave everything back leaves only what the buyer is owed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e10 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (amountVnd, share, byTransfer) => {
      const part = Math.floor(amountVnd * share)
      const charge = byTransfer ? { amountVnd, transferVnd: Math.max(1, part), feeVnd: 0 } : { amountVnd, transferVnd: amountVnd, feeVnd: part }
      const booked = destinationChargeEntries("sel_1", charge)
      const refund = destinationRefundEntries("sel_1", { amountVnd, transferReversedVnd: charge.transferVnd, feeRefundedVnd: charge.feeVnd })
      const all = [...booked, ...refund]
      expect([on(all, "seller_payable"), on(all, "commission_revenue"), on(all, "refund_expense")]).toEqual([0, 0, 0])
      expect([on(all, "psp_clearing:vnpay"), on(all, "buyer_refundable")]).toEqual([amountVnd, -amountVnd])
      expect(accounts([...refund, ...reversed(refund)])).toEqual(Object.fromEntries(refund.map(({ account }) => [account, 0])))
    }),
  )
})
