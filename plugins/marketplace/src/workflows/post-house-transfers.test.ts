import { CASHLESS_PAYMENT_MODULE, type MoneyWithHouse, type TakenOverTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import type { JournalDraft } from "../modules/ledger/rules/journal"
import { postHouseTransfers, postMoneyForSellers, postReturnedReceipts } from "./post-house-transfers"

const at = new Date("2026-11-22T18:00:00Z")
const money = (transaction_id: string, fields: Partial<MoneyWithHouse> = {}): MoneyWithHouse => ({
  transaction_id, intent_id: "pi_1", provider: "sepay", amount_vnd: 150_000, at, intent_metadata: { seller_id: "sel_1", order_id: "order_1" }, account_id: null, ...fields,
})

const taken = (id: string, fields: Partial<TakenOverTransfer> = {}): TakenOverTransfer => ({
  id, intent_id: "pi_1", amount_vnd: 40_000, finished_at: at, intent_metadata: { seller_id: "sel_1", order_id: "order_1" }, account_id: null, holder_reference: null, ...fields,
})
const SINCE = new Date("2026-11-21T00:00:00Z")

type Found = { received?: MoneyWithHouse[]; transfers?: TakenOverTransfer[]; returns?: { id: string; transaction_id: string; amount_vnd: number; finished_at: Date }[] }

/** Posts twice, as the sweep does, what was found since the day it was asked for, and gives what came into the books. */
async function sweep(work: (container: MedusaContainer, since: Date) => Promise<void>, { received = [], transfers = [], returns = [] }: Found): Promise<JournalDraft[]> {
  const books: JournalDraft[] = []
  const known = <T>(found: T[]) => async (since: Date) => (since.getTime() === SINCE.getTime() ? found : [])
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: {
      bank: { moneyWithHouse: known(received) },
      handTransfers: { takenOver: known(transfers), returnedReceipts: known(returns) },
      findAccount: async (id: string) => ({ id, reference: id === "acct_1" ? "sel_2" : null }),
    },
    [LEDGER_MODULE]: {
      missingKeys: async (keys: string[]) => keys.filter((key) => !books.some((draft) => draft.key === key)),
      post: async (draft: JournalDraft) => void books.push(draft),
    },
  }
  const container = { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer
  for (let run = 0; run < 2; run += 1) await work(container, SINCE)
  return books
}
const post = (received: MoneyWithHouse[]) => sweep(postMoneyForSellers, { received })

test("money for a shop that came to the house is booked once as the shop's, on the day it was found to be", async () => {
  expect(await post([money("btx_1")])).toMatchObject([
    {
      key: "for_seller:btx_1", kind: "unmatched_receipt", occurredAt: at, day: "2026-11-23", sellerId: "sel_1", orderId: "order_1",
      entries: [{ account: "bank", amountVnd: 150_000 }, { account: "seller_payable", sellerId: "sel_1", amountVnd: -150_000 }],
    },
  ])
})

test("what VNPay holds stands there; of /v1 it is the shop's whose account was named, and the house's own is nobody's debt", async () => {
  const posted = await post([money("btx_1", { provider: "vnpay" }), money("btx_2", { intent_metadata: {} }), money("btx_3", { intent_metadata: {}, account_id: "acct_1" })])
  expect(posted.map(({ key, sellerId, entries }) => [key, sellerId, entries[0]!.account])).toEqual([["for_seller:btx_1", "sel_1", "psp_clearing:vnpay"], ["for_seller:btx_3", "sel_2", "bank"]])
})

test("for an account of /v1 that is no shop's it lies with the house for whoever asked for it, and is no shop's", async () => {
  const [posted] = await post([money("btx_1", { intent_metadata: {}, account_id: "acct_unknown" })])
  expect(posted).toMatchObject({ key: "for_seller:btx_1", sellerId: null, facts: { for_seller: false }, entries: [{ account: "bank", amountVnd: 150_000 }, { account: "other_collections", amountVnd: -150_000 }] })
})

test("what the house gave back in a shop's stead that shop owes it, booked once, on the day it left", async () => {
  expect(await sweep(postHouseTransfers, { transfers: [taken("htr_1")] })).toMatchObject([
    {
      key: "refund_executed:htr_1", kind: "refund_executed", occurredAt: at, day: "2026-11-23", sellerId: "sel_1", orderId: "order_1",
      // By `taken_over` the operator's desk knows which debts can be taken back.
      facts: { transfer_id: "htr_1", intent_id: "pi_1", amountVnd: 40_000, taken_over: true },
      entries: [{ account: "seller_receivable", sellerId: "sel_1", amountVnd: 40_000 }, { account: "bank", sellerId: null, amountVnd: -40_000 }],
    },
  ])
})

test("without an order it is the shop of the named account, or on whose account the money lies; with nobody's, nobody owes it", async () => {
  const transfers = [
    taken("htr_1", { intent_metadata: {}, account_id: "acct_1", holder_reference: "sel_9" }),
    taken("htr_2", { intent_metadata: {}, account_id: "acct_unknown" }),
    taken("htr_3", { intent_id: null, intent_metadata: {} }),
    taken("htr_4", { intent_id: null, intent_metadata: {}, holder_reference: "sel_3" }),
  ]
  const posted = await sweep(postHouseTransfers, { transfers })
  expect(posted.map(({ key, sellerId, orderId }) => [key, sellerId, orderId])).toEqual([["refund_executed:htr_1", "sel_2", null], ["refund_executed:htr_4", "sel_3", null]])
})

test("VNPay's money of nobody's that went back from our bank is kept apart no more, and is no shop's debt", async () => {
  const posted = await sweep(postReturnedReceipts, { returns: [{ id: "htr_1", transaction_id: "btx_1", amount_vnd: 70_000, finished_at: at }] })
  expect(posted).toMatchObject([
    {
      key: "refund_executed:htr_1", kind: "refund_executed", occurredAt: at, day: "2026-11-23", facts: { transaction_id: "btx_1", amountVnd: 70_000 },
      entries: [{ account: "unmatched_receipts", amountVnd: 70_000 }, { account: "bank", amountVnd: -70_000 }],
    },
  ])
  expect(posted[0]!.sellerId ?? null).toBeNull()
})
