import fc from "fast-check"
import { expect, test } from "vitest"
import { earningsByCharge, type ChargeJournal } from "./charge-earnings"
import { destinationChargeEntries, destinationRefundEntries, reversed } from "./charge-postings"

const about = { day: "2026-11-20", intentId: "pi_1", description: "Cọc một con trâu" }
const charge: ChargeJournal = { ...about, kind: "destination_charge", facts: { amountVnd: 150_000, transferVnd: 150_000, feeVnd: 7_500 } }
const refund = (transferReversedVnd: number | null, feeRefundedVnd: number | null, kind: "charge_refund" | "charge_refund_failed" = "charge_refund"): ChargeJournal => ({ ...about, day: "2026-11-21", kind, facts: { amountVnd: 50_000, transferReversedVnd, feeRefundedVnd } })

test("gross, what the house keeps, and what is the shop's", () => {
  expect(earningsByCharge([charge])).toEqual([{ ...about, grossVnd: 150_000, feeVnd: 7_500, refundVnd: 0, netVnd: 142_500 }])
  expect(earningsByCharge([{ ...charge, facts: { amountVnd: 150_000, transferVnd: 140_000, feeVnd: 0 } }])).toMatchObject([{ feeVnd: 10_000, netVnd: 140_000 }])
})

test("a refund the house bears takes nothing from the shop; one it gives back does, with or without the fee", () => {
  expect(earningsByCharge([refund(null, null), charge])).toMatchObject([{ refundVnd: 0, netVnd: 142_500 }])
  expect(earningsByCharge([charge, refund(50_000, null)])).toMatchObject([{ refundVnd: 50_000, feeVnd: 7_500, netVnd: 92_500 }])
  expect(earningsByCharge([charge, refund(50_000, 2_500)])).toMatchObject([{ refundVnd: 50_000, feeVnd: 5_000, netVnd: 95_000 }])
})

test("a refund that failed is as if it had never been, and alone in its days it is no line", () => {
  expect(earningsByCharge([charge, refund(50_000, 2_500), refund(50_000, 2_500, "charge_refund_failed")])).toEqual(earningsByCharge([charge]))
  expect(earningsByCharge([refund(50_000, null), refund(50_000, null, "charge_refund_failed")])).toEqual([])
  expect(earningsByCharge([refund(50_000, null)])).toMatchObject([{ day: "2026-11-21", grossVnd: 0, netVnd: -50_000 }])
})

test("the last line is what the books owe the shop", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.boolean(), fc.array(fc.record({ share: fc.integer({ min: 1, max: 100 }), reverse: fc.boolean(), failed: fc.boolean() }), { maxLength: 5 }), (amountVnd, byTransfer, refunds) => {
      const part = Math.floor(amountVnd / 10)
      const facts = byTransfer ? { amountVnd, transferVnd: amountVnd - part, feeVnd: 0 } : { amountVnd, transferVnd: amountVnd, feeVnd: part }
      const asked = refunds.map(({ share, reverse, failed }) => {
        const vnd = Math.ceil((amountVnd * share) / 100)
        return { failed, amounts: { amountVnd: vnd, transferReversedVnd: reverse ? Math.floor((vnd * facts.transferVnd) / amountVnd) : null, feeRefundedVnd: reverse && !byTransfer ? Math.floor((vnd * part) / amountVnd) : null } }
      })
      const journals: ChargeJournal[] = [
        { ...about, kind: "destination_charge", facts },
        ...asked.flatMap(({ amounts, failed }) => [{ ...about, kind: "charge_refund" as const, facts: amounts }, ...(failed ? [{ ...about, kind: "charge_refund_failed" as const, facts: amounts }] : [])]),
      ]
      const entries = [...destinationChargeEntries("sel_1", facts), ...asked.flatMap(({ amounts, failed }) => { const lines = destinationRefundEntries("sel_1", amounts); return failed ? [...lines, ...reversed(lines)] : lines })]
      const payable = entries.filter(({ account }) => account === "seller_payable").reduce((sum, entry) => sum - entry.amountVnd, 0)
      expect(earningsByCharge(journals)[0]?.netVnd).toBe(payable)
    }),
  )
})
