import { expect, test } from "vitest"
import { feeRefundEntries, reversed } from "./charge-postings"
import { receiptForSellerEntries, refundInSellersSteadEntries, takenBackEntries } from "./money-postings"
import { otherFact } from "./other-fact"

const day = "2026-11-22"

test("a take-over costs the shop, taking it back gives exactly that again, and a fee is a fee", () => {
  const fact = (kind: string, lines: { sellerId: string | null; amountVnd: number }[], reverses = false) => otherFact({ kind, day, reverses, lines }, "sel_1")
  expect(fact("refund_executed", refundInSellersSteadEntries("sel_1", 40_000))).toEqual({ day, what: "taken_over", amount_vnd: -40_000 })
  for (const owed of [0, 15_000, 40_000]) expect(fact("adjustment", takenBackEntries("sel_1", 40_000, owed, "lost"), true)).toEqual({ day, what: "taken_back", amount_vnd: 40_000 })
  expect(fact("adjustment", [{ sellerId: "sel_1", amountVnd: -7_000 }, { sellerId: null, amountVnd: 7_000 }])).toEqual({ day, what: "adjustment", amount_vnd: 7_000 })
  expect(fact("unmatched_receipt", receiptForSellerEntries("sel_1", "bank", 40_000))).toEqual({ day, what: "passed_on", amount_vnd: 40_000 })
  expect(fact("api_fee", [{ sellerId: "sel_1", amountVnd: 900 }, { sellerId: null, amountVnd: -900 }])).toMatchObject({ what: "api_fee", amount_vnd: -900 })
})

test("a fee that is given back is a fee with the other sign, and where the refund failed it is owed again", () => {
  const given = feeRefundEntries("sel_1", 400)
  expect(otherFact({ kind: "charge_refund", day, reverses: false, lines: given }, "sel_1")).toEqual({ day, what: "api_fee", amount_vnd: 400 })
  expect(otherFact({ kind: "charge_refund_failed", day, reverses: false, lines: reversed(given) }, "sel_1")).toEqual({ day, what: "api_fee", amount_vnd: -400 })
})

test("what concerns another shop, or nobody, is not shown", () => {
  expect(otherFact({ kind: "adjustment", day, reverses: false, lines: [{ sellerId: "sel_2", amountVnd: 5 }, { sellerId: null, amountVnd: -5 }] }, "sel_1")).toBeNull()
})
