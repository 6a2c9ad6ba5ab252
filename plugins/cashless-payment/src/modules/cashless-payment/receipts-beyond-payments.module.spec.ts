import { afterAll, beforeAll, expect, test } from "vitest"
import { AMOUNT, ipn, VnpayPayments } from "../../../test/support/vnpay-payments"
import { RECEIPTS_BEYOND_PAYMENTS } from "./operations/receipts-beyond-payments"

let shop: VnpayPayments

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_beyond_payments")))
afterAll(() => shop?.stop())

const beyond = (page: { since?: Date; until?: Date; after?: string; limit?: number; provider?: string } = {}) =>
  shop.running.payments.bank.receiptsBeyondPayments({ provider: "vnpay", since: new Date(0), until: new Date(Date.now() + 60_000), after: "", limit: 100, ...page })
const take = (query: string) => shop.running.payments.takeVnpayIpn(query)

test("a payment to the đồng is not among them; a second one, a late one, a wrong amount and an unknown one are", async () => {
  const [paid, late, wrong] = [await shop.started(), await shop.started(), await shop.started()]
  await take(ipn(paid.txnRef))
  expect(await beyond()).toEqual([])
  await take(ipn(paid.txnRef, { vnp_TransactionNo: "14226113" }))
  await shop.running.payments.cancelIntent(late.id, "abandoned")
  await take(ipn(late.txnRef))
  await take(ipn(wrong.txnRef, { vnp_Amount: "100" }))
  await take(ipn("NOBODY1"))
  const found = await beyond()
  expect(found.map(({ amountVnd, surplusVnd, state, reason }) => [state, reason, amountVnd, surplusVnd]).sort()).toEqual([
    ["matched", "late", AMOUNT, AMOUNT],
    ["unmatched", "already_paid", AMOUNT, 0],
    ["unmatched", "unknown_order", AMOUNT, 0],
    ["unmatched", "wrong_amount", 1, 0],
  ])
  expect(found.every(({ bookedAt }) => bookedAt instanceof Date)).toBe(true)
})

test("they come page by page, each once, only those changed since, and only of the provider", async () => {
  const all = (await beyond()).map(({ id }) => id)
  const pages: string[] = []
  for (let after = ""; ; ) {
    const page = await beyond({ after, limit: 3 })
    pages.push(...page.map(({ id }) => id))
    if (page.length < 3) break
    after = pages.at(-1)!
  }
  expect(pages).toEqual(all)
  expect(await beyond({ since: new Date(Date.now() + 60_000) })).toEqual([])
  // What is written down while a look goes on is the next look's.
  expect(await beyond({ until: new Date(Date.now() - 60_000) })).toEqual([])
  expect(await beyond({ provider: "sepay" })).toEqual([])
})

test("what a person has dealt with stays among them, so that the books can take it out again", async () => {
  const [receipt] = (await beyond()).filter(({ reason }) => reason === "unknown_order")
  await shop.running.rows("update bank_transaction set state = 'matched', reason = 'exact', resolved_at = now() where id = ?", [receipt!.id])
  expect((await beyond()).map(({ id }) => id)).toContain(receipt!.id)
})

test("assigned to a payment of a shop it is passed on whole: no surplus of it stays with the house, whose books would count it twice", async () => {
  const paid = await shop.started()
  await take(ipn(paid.txnRef))
  await take(ipn(paid.txnRef, { vnp_TransactionNo: "14226199" }))
  const [twice] = await shop.running.rows("select id from bank_transaction where intent_id = ? and state = 'unmatched'", [paid.id])
  const intent = await shop.running.payments.createIntent({
    amountVnd: AMOUNT - 50_000, rail: "vietqr", description: "Cho Phien don", metadata: { seller_id: "sel_1" }, payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "MB" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: "beyond-passed-on",
  })
  await shop.running.payments.bank.assign({ transactionId: String(twice!.id), intentId: intent.id, amountVnd: AMOUNT, note: null }, { id: "user_1", name: "Người vận hành thử" })
  expect((await beyond()).find(({ id }) => id === twice!.id)).toMatchObject({ amountVnd: AMOUNT, surplusVnd: 0, state: "matched", reason: "assigned_over" })
  expect((await shop.running.payments.bank.moneyWithHouse(new Date(0))).find(({ intent_id }) => intent_id === intent.id)).toMatchObject({ provider: "vnpay", amount_vnd: AMOUNT })
  expect(await shop.running.payments.listPaymentRefunds({ intent_id: intent.id })).toMatchObject([{ method: "by_hand", amount_vnd: 50_000 }])
})

test("they are found without reading the payments", async () => {
  await shop.running.rows(`insert into bank_transaction (id, provider, provider_transaction_id, bank_name, account_number, direction, amount_vnd, raw_amount_vnd, surplus_vnd, raw_surplus_vnd, memo, booked_at, state, reason)
    select 'btx_many_' || n, 'vnpay', 'many:' || n, 'NCB', 'TESTTMN1', 'in', 1000, '{}', 0, '{}', 'x', now(), 'matched', 'exact' from generate_series(1, 20000) n`)
  await shop.running.rows("analyze bank_transaction")
  const plan = (await shop.running.rows(`explain (analyze, timing off) ${RECEIPTS_BEYOND_PAYMENTS}`, [new Date(0), new Date(Date.now() + 60_000), "vnpay", "", 100])).map((row) => String(row["QUERY PLAN"])).join("\n")
  expect(plan).toContain("IDX_bank_transaction_beyond_payments")
  expect(plan).not.toContain("Rows Removed by Filter")
})
