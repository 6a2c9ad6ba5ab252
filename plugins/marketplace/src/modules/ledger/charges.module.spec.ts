import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { destinationChargeEntries, destinationRefundEntries, platformChargeEntries, reversed, type ChargeAmounts, type ChargeRefundAmounts } from "./rules/charge-postings"
import type { JournalDraft } from "./rules/journal"
import type LedgerModuleService from "./service"

/** Payments of /v1 that VNPay brought, in the books. */
let running: RunningModule<LedgerModuleService>
let ledger: LedgerModuleService

beforeAll(async () => {
  running = await startModule("ledger", resolve(__dirname, "../../../.medusa/server/src/modules/ledger"), "spec_marketplace_ledger_charges")
  ledger = running.service
})
afterAll(() => running?.stop())

const at = new Date("2026-11-22T03:00:00Z")
const day = "2026-11-22"
const LONG_AGO = new Date("2026-01-01")
const AMOUNTS: ChargeAmounts = { amountVnd: 150_000, transferVnd: 150_000, feeVnd: 7_500 }

let serial = 0
function newCharge(amounts = AMOUNTS): JournalDraft & { sellerId: string; intentId: string } {
  serial += 1
  const [sellerId, intentId] = [`sel_charge_${serial}`, `pi_${serial}`]
  return { key: `charge:${intentId}`, kind: "destination_charge", occurredAt: at, day, sellerId, intentId, facts: { ...amounts }, entries: destinationChargeEntries(sellerId, amounts) }
}
function refundOf({ sellerId, intentId }: { sellerId: string; intentId: string }, amounts: ChargeRefundAmounts, failed = false): JournalDraft {
  const entries = destinationRefundEntries(sellerId, amounts)
  const kind = failed ? "charge_refund_failed" : "charge_refund"
  return { key: `${kind}:${intentId}`, kind, occurredAt: at, day, sellerId, intentId, facts: { ...amounts }, entries: failed ? reversed(entries) : entries }
}
const balanceOf = async (sellerId: string, heldFrom = new Date("2030-01-01")) => (await ledger.sellerBalances({ heldFrom, sellerId }))[0]!
const accounts = async () => Object.fromEntries((await ledger.accountBalances()).map(({ account, balance_vnd }) => [account, balance_vnd]))

test("told any number of times at once a charge is booked once, and the shop is owed it less the fee", async () => {
  const charge = newCharge()
  const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.post(charge)))
  expect(answers.filter(({ posted }) => posted)).toHaveLength(1)
  expect(await balanceOf(charge.sellerId)).toMatchObject({ payable_vnd: 142_500, receivable_vnd: 0, held_vnd: 0 })
  expect((await ledger.accountBalances({ sellerId: charge.sellerId })).map(({ account, debit_vnd, credit_vnd }) => [account, debit_vnd, credit_vnd])).toEqual([["seller_payable", 7_500, 150_000]])
})

test("it is held from its payment, not from a parcel nobody knows of; a refund makes what is held smaller, a failed one large again", async () => {
  const charge = newCharge()
  await ledger.post(charge)
  expect(await balanceOf(charge.sellerId, at)).toMatchObject({ payable_vnd: 142_500, held_vnd: 142_500 })
  expect(await balanceOf(charge.sellerId, new Date(at.getTime() + 1))).toMatchObject({ held_vnd: 0 })
  const amounts = { amountVnd: 50_000, transferReversedVnd: 50_000, feeRefundedVnd: 2_500 }
  await ledger.post(refundOf(charge, amounts))
  expect(await balanceOf(charge.sellerId, at)).toMatchObject({ payable_vnd: 95_000, held_vnd: 95_000 })
  await ledger.post(refundOf(charge, amounts, true))
  expect(await balanceOf(charge.sellerId, at)).toMatchObject({ payable_vnd: 142_500, held_vnd: 142_500 })
})

test("a payout takes it once it is free, and never while it is held", async () => {
  const charge = newCharge()
  await ledger.post(charge)
  const payout = (lineId: string, heldFrom: Date) => ledger.postPayout({ lineId, sellerId: charge.sellerId, amountVnd: 142_500, nettedVnd: 0, postedBy: "user_1", hold: { heldFrom } })
  expect(await payout("charge_line_1", LONG_AGO)).toBe("held")
  expect(await payout("charge_line_2", new Date("2030-01-01"))).toBe("booked")
  expect(await balanceOf(charge.sellerId)).toMatchObject({ payable_vnd: 0 })
  // What a buyer gets back after that is owed by the shop, and taken off its next payouts.
  await ledger.post(refundOf(charge, { amountVnd: 150_000, transferReversedVnd: 150_000, feeRefundedVnd: 7_500 }))
  expect(await balanceOf(charge.sellerId, LONG_AGO)).toMatchObject({ payable_vnd: -142_500, held_vnd: 0 })
})

test("what is held of one shop is nothing of another's, and of an order nothing of a charge", async () => {
  const [mine, others] = [newCharge(), newCharge()]
  await Promise.all([ledger.post(mine), ledger.post(others)])
  const all = await ledger.sellerBalances({ heldFrom: LONG_AGO })
  expect(all.find(({ seller_id }) => seller_id === mine.sellerId)).toMatchObject({ held_vnd: 142_500 })
  expect(all.find(({ seller_id }) => seller_id === others.sellerId)).toMatchObject({ held_vnd: 142_500 })
})

test("a refund the shop does not give back is the house's cost", async () => {
  const charge = newCharge()
  await ledger.post(charge)
  const before = (await accounts()).refund_expense ?? 0
  await ledger.post(refundOf(charge, { amountVnd: 40_000, transferReversedVnd: null, feeRefundedVnd: null }))
  expect((await accounts()).refund_expense! - before).toBe(40_000)
  expect(await balanceOf(charge.sellerId)).toMatchObject({ payable_vnd: 142_500 })
})

test("the database wants to know which payment it is about, and whose", async () => {
  const charge = newCharge()
  await expect(ledger.post({ ...charge, intentId: null })).rejects.toThrow(/ledger_journal_charge/)
  await expect(ledger.post({ ...charge, sellerId: null })).rejects.toThrow(/ledger_journal_charge_seller/)
  await expect(ledger.post({ ...charge, kind: "platform_charge", entries: platformChargeEntries("bank", 150_000) })).rejects.toThrow(/ledger_journal_charge_seller/)
  expect((await ledger.post({ ...charge, kind: "platform_charge", sellerId: null, entries: platformChargeEntries("bank", 150_000) })).posted).toBe(true)
})
