import fc from "fast-check"
import { expect, test } from "vitest"
import { chargeParts, transferOf, type DestinationTerms, type RefundOfCharge } from "./charge-parts"

const withFee: DestinationTerms = { amountVnd: 150_000, transferVnd: null, feeVnd: 7_500 }
const withTransfer: DestinationTerms = { amountVnd: 150_000, transferVnd: 140_000, feeVnd: null }
const both = { reverseTransfer: true, refundFee: true }

test("with a fee the account is given the whole, else what was named", () => {
  expect([transferOf(withFee), transferOf(withTransfer), transferOf({ ...withFee, feeVnd: null })]).toEqual([150_000, 140_000, 150_000])
})

test("a part of the charge takes back the same part of transfer and fee, and only what is asked for", () => {
  expect(chargeParts(withFee, [], { amountVnd: 50_000, ...both })).toEqual({ transfer_reversed_vnd: 50_000, fee_refunded_vnd: 2_500 })
  expect(chargeParts(withTransfer, [], { amountVnd: 50_000, reverseTransfer: true, refundFee: false })).toEqual({ transfer_reversed_vnd: 46_667, fee_refunded_vnd: null })
  expect(chargeParts(withFee, [], { amountVnd: 50_000, reverseTransfer: false, refundFee: false })).toEqual({ transfer_reversed_vnd: null, fee_refunded_vnd: null })
})

test("a refund that asked for neither leaves the proportions of the next one alone", () => {
  const earlier = [{ amountVnd: 75_000, parts: { transfer_reversed_vnd: null, fee_refunded_vnd: null } }]
  expect(chargeParts(withFee, earlier, { amountVnd: 75_000, ...both })).toEqual({ transfer_reversed_vnd: 75_000, fee_refunded_vnd: 3_750 })
})

const anyCharge = fc.integer({ min: 1, max: 9_999_999_999 }).chain((amountVnd) =>
  fc.record({ amountVnd: fc.constant(amountVnd), transferVnd: fc.option(fc.integer({ min: 1, max: amountVnd })), feeVnd: fc.option(fc.integer({ min: 0, max: amountVnd })) }).map((charge) => ({ ...charge, feeVnd: charge.transferVnd === null ? charge.feeVnd : null })),
)

test("refunds of the whole charge in any number of parts take back the whole transfer and the whole fee, to the đồng", () => {
  fc.assert(
    fc.property(anyCharge, fc.array(fc.integer({ min: 1, max: 3_000_000_000 }), { maxLength: 8 }), (charge, wishes) => {
      const refunds: RefundOfCharge[] = []
      let leftVnd = charge.amountVnd
      for (const wish of [...wishes, Number.MAX_SAFE_INTEGER]) {
        const amountVnd = Math.min(wish, leftVnd)
        if (amountVnd === 0) break
        leftVnd -= amountVnd
        const parts = chargeParts(charge, refunds, { amountVnd, ...both })
        // Nobody gives back more than the refund is, so that neither side's part is ever negative.
        for (const vnd of [parts.transfer_reversed_vnd!, parts.fee_refunded_vnd!]) {
          expect(vnd).toBeGreaterThanOrEqual(0)
          expect(vnd).toBeLessThanOrEqual(amountVnd)
        }
        refunds.push({ amountVnd, parts })
      }
      const sum = (part: "transfer_reversed_vnd" | "fee_refunded_vnd") => refunds.reduce((total, { parts }) => total + parts[part]!, 0)
      expect([sum("transfer_reversed_vnd"), sum("fee_refunded_vnd")]).toEqual([transferOf(charge), charge.feeVnd ?? 0])
    }),
  )
})

test("one refund alone is within one đồng of its exact share, whatever the amounts", () => {
  fc.assert(
    fc.property(anyCharge, fc.integer({ min: 1, max: 9_999_999_999 }), (charge, wish) => {
      const amountVnd = Math.min(wish, charge.amountVnd)
      const { transfer_reversed_vnd: reversed } = chargeParts(charge, [], { amountVnd, reverseTransfer: true, refundFee: false })
      const exact = BigInt(amountVnd) * BigInt(transferOf(charge))
      const off = BigInt(reversed!) * BigInt(charge.amountVnd) - exact
      expect(off < BigInt(charge.amountVnd) && off > -BigInt(charge.amountVnd)).toBe(true)
    }),
  )
})

test("what is beyond the charge takes back no more than there was", () => {
  expect(chargeParts(withFee, [], { amountVnd: 160_000, ...both })).toEqual({ transfer_reversed_vnd: 150_000, fee_refunded_vnd: 7_500 })
})
