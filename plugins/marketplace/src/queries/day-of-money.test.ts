import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test } from "vitest"
import { fetchDayOfMoney } from "./day-of-money"

type Receipt = { id: string; provider: string; direction: string; state: string; reason: string; amount_vnd: number; surplus_vnd: number }
type Filter = Partial<Record<keyof Receipt, string | string[]>>

const receipt = (id: string, given: Partial<Receipt>): Receipt => ({ id, provider: "vnpay", direction: "in", state: "matched", reason: "exact", amount_vnd: 300_000, surplus_vnd: 0, ...given })
const paid = receipt("btx_1", {})
const twice = receipt("btx_2", { reason: "already_paid" })
const late = receipt("btx_3", { reason: "late", amount_vnd: 50_000 })
const stray = receipt("btx_4", { state: "unmatched", reason: "already_paid", amount_vnd: 7_000 })

/** Only the columns a fake row has are compared: the day is the database's. */
const fits = (row: Receipt, filter: Filter) =>
  (["provider", "direction", "state", "reason"] as const).every((column) => filter[column] === undefined || [filter[column]].flat().includes(row[column]))

function containerWith(receipts: Receipt[], intents: { id: string; terms: object | null }[] = []): MedusaContainer {
  const intent = { id: "pi_1", origin: "process", rail: "vnpay", amount_vnd: 300_000, succeeded_at: "2026-11-22T05:00:00Z", bank_transactions: [paid, twice] }
  const ofApi = (id: string, terms: object | null) => ({ ...intent, id, origin: "api", rail: "vietqr", terms, bank_transactions: [paid] })
  const service = {
    listPaymentIntents: async () => [intent, ...intents.map(({ id, terms }) => ofApi(id, terms))],
    listSellerPayments: async () => [{ id: "spay_1", intent_id: "pi_1", order_id: "order_1", amount_vnd: 300_000, paid_at: "2026-11-22T05:00:00Z" }],
    listLedgerJournals: async ({ key }: { key: string[] }) => [{ key: key[0], facts: { amountVnd: 300_000 } }],
    listBankTransactions: async (filter: Filter) => receipts.filter((row) => fits(row, filter)),
  }
  return { resolve: () => service } as unknown as MedusaContainer
}

test("what VNPay took twice or too late is no part of a payment: it stands apart, and money that waits at the desk does not", async () => {
  const { payments, unmatched, givenBack } = await fetchDayOfMoney(containerWith([paid, twice, late, stray]), "2026-11-22")
  expect(payments).toMatchObject([{ intentId: "pi_1", gatewayVnd: 300_000, orders: [{ amountVnd: 300_000, paid: true, bookedVnd: 300_000 }] }])
  expect(givenBack).toEqual([{ rail: "vnpay", amountVnd: 300_000 }, { rail: "vnpay", amountVnd: 50_000 }])
  expect(unmatched).toMatchObject([{ transactionId: "btx_4", amountVnd: 7_000 }])
})

test("of what /v1 brought only what came to the house is counted: the rest is its caller's to count", async () => {
  const intents = [{ id: "pi_house", terms: null }, { id: "pi_direct", terms: { transfer_destination: "acct_1" } }]
  const { payments } = await fetchDayOfMoney(containerWith([paid], intents), "2026-11-22")
  expect(payments.map(({ intentId }) => intentId)).toEqual(["pi_1", "pi_house"])
})
