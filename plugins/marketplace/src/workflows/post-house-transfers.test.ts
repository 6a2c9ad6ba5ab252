import { CASHLESS_PAYMENT_MODULE, type MoneyWithHouse } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import type { JournalDraft } from "../modules/ledger/rules/journal"
import { postMoneyForSellers } from "./post-house-transfers"

const at = new Date("2026-11-22T18:00:00Z")
const money = (transaction_id: string, fields: Partial<MoneyWithHouse> = {}): MoneyWithHouse => ({
  transaction_id, intent_id: "pi_1", provider: "sepay", amount_vnd: 150_000, at, intent_metadata: { seller_id: "sel_1", order_id: "order_1" }, account_id: null, ...fields,
})

/** Posts twice, as the sweep does, and gives what came into the books. */
async function post(received: MoneyWithHouse[]): Promise<JournalDraft[]> {
  const books: JournalDraft[] = []
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: { bank: { moneyWithHouse: async () => received }, findAccount: async (id: string) => ({ id, reference: id === "acct_1" ? "sel_2" : null }) },
    [LEDGER_MODULE]: {
      missingKeys: async (keys: string[]) => keys.filter((key) => !books.some((draft) => draft.key === key)),
      post: async (draft: JournalDraft) => void books.push(draft),
    },
  }
  const container = { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer
  for (let run = 0; run < 2; run += 1) await postMoneyForSellers(container, new Date(0))
  return books
}

test("money for a shop that came to the house is booked once as the shop's, on the day it was found to be", async () => {
  expect(await post([money("btx_1")])).toMatchObject([
    {
      key: "for_seller:btx_1", kind: "unmatched_receipt", day: "2026-11-23", sellerId: "sel_1", orderId: "order_1",
      entries: [{ account: "bank", amountVnd: 150_000 }, { account: "seller_payable", sellerId: "sel_1", amountVnd: -150_000 }],
    },
  ])
})

test("what VNPay holds stands there; of /v1 it is the shop's whose account was named, and the house's own is nobody's debt", async () => {
  const posted = await post([money("btx_1", { provider: "vnpay" }), money("btx_2", { intent_metadata: {}, account_id: "acct_1" }), money("btx_3", { intent_metadata: {} })])
  expect(posted.map(({ key, sellerId, entries }) => [key, sellerId, entries[0]!.account])).toEqual([["for_seller:btx_1", "sel_1", "psp_clearing:vnpay"], ["for_seller:btx_2", "sel_2", "bank"]])
})
