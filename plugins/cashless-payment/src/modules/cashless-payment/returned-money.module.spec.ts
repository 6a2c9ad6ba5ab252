import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer } from "./operations/bank-transfer"
import { HELD_BY } from "./operations/hand-transfer-view"

const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let serial = 0
beforeAll(async () => void (running = await startModule("cashless_returned_money")))
afterAll(async () => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
const back = () => running.payments.handTransfers
const find = async (id: string) => (await back().find(id))!

describe("unmatched money to be returned", () => {
  const returned = async (accountNumber: string, bankName = "MB Bank"): Promise<string> => {
    const transfer: BankTransfer = {
      provider: "casso", providerTransactionId: unique("r-"), bankName, accountNumber, subAccountNumber: null, direction: "in", amountVnd: 150_000, memo: "khong co ma",
      referenceCode: unique("FTR"), bookedAt: new Date(), counterParty: { bankBin: "970436", bankName: "VCB", accountNumber: "0011001100", name: "NGUYEN VAN B" },
    }
    await running.payments.takeBankNotice(transfer, "{}", new Date())
    const [row] = await running.rows("select id from bank_transaction where account_number = ? and state = 'unmatched' order by created_at desc limit 1", [accountNumber])
    return running.payments.bank.returnToSender(String(row!.id), "không rõ của ai", operator)
  }

  test("is sent by the one payee whose account it lies on, and by the operator where it is nobody's", async () => {
    await running.payments.registerAccounts([
      { reference: "shop_9", name: "Gian 9", email: null, payee: { bin: "970422", bankName: "MB", accountNumber: "900900900", accountName: "GIAN 9" }, metadata: {} },
      ...["shop_7", "shop_8"].map((reference) => ({ reference, name: reference, email: null, payee: { bin: "970422", bankName: "MB", accountNumber: "700700700", accountName: "HAI GIAN" }, metadata: {} })),
    ])
    const [own, shared, house] = [await returned("900900900"), await returned("700700700"), await returned("100100100")]
    expect(await find(own)).toMatchObject({ sender: "payee", holder_reference: "shop_9" })
    expect((await back().heldBy({ key: "seller_id", value: "shop_9" }, new Date(0))).map(({ id }) => id)).toEqual([own])
    // Two shops with one account: which of them, a person has to ask.
    expect(await find(shared)).toMatchObject({ sender: "payee", holder_reference: null })
    expect(await find(house)).toMatchObject({ sender: "house", holder_reference: null })
    // Taken over, the one payee owes it; of the two nobody knows which.
    for (const id of [own, shared]) {
      await back().takeOver(id, { note: "gian hàng im lặng", checked: "xem sao kê" }, operator)
      await running.payments.bank.finishHandTransfer(id, { bankReference: unique("FT"), sentFrom: "house" }, operator)
    }
    const told = (await back().takenOver(new Date(0))).filter(({ id }) => [own, shared, house].includes(id))
    expect(told).toMatchObject([{ id: own, intent_id: null, holder_reference: "shop_9", account_id: null }])
  })

  test("lies with the payee whose bank it is too: the same number elsewhere is nobody's, and with a bank nobody knows a person decides", async () => {
    await running.payments.registerAccounts([
      { reference: "shop_mb", name: "Gian MB", email: null, payee: { bin: "970422", bankName: "MB", accountNumber: "600600600", accountName: "GIAN MB" }, metadata: {} },
      { reference: "shop_vcb", name: "Gian VCB", email: null, payee: { bin: "970436", bankName: "VCB", accountNumber: "600600600", accountName: "GIAN VCB" }, metadata: {} },
    ])
    const [mb, vcb, acb, unknown] = [await returned("600600600", "MBBank"), await returned("600600600", "Vietcombank"), await returned("600600600", "ACB"), await returned("600600600", "payOS")]
    expect(await find(mb)).toMatchObject({ sender: "payee", holder_reference: "shop_mb" })
    expect(await find(vcb)).toMatchObject({ sender: "payee", holder_reference: "shop_vcb" })
    expect(await find(acb)).toMatchObject({ sender: "house", holder_reference: null })
    expect(await find(unknown)).toMatchObject({ sender: "payee", holder_reference: null })
    expect((await back().heldBy({ key: "seller_id", value: "shop_mb" }, new Date(0))).map(({ id }) => id)).toEqual([mb])
    for (const id of [mb, unknown]) {
      await back().takeOver(id, { note: "gian hàng im lặng", checked: "xem sao kê" }, operator)
      await running.payments.bank.finishHandTransfer(id, { bankReference: unique("FT"), sentFrom: "house" }, operator)
    }
    expect((await back().takenOver(new Date(0))).filter(({ id }) => [mb, unknown].includes(id))).toMatchObject([{ id: mb, holder_reference: "shop_mb" }])
  })
})

test("looking for what a payee owes walks the open and the lately ended refunds, not the payments", async () => {
  await running.rows(`insert into payment_intent (id, rail, status, amount_vnd, raw_amount_vnd, amount_received_vnd, raw_amount_received_vnd, description, metadata, idempotency_key, expires_at, origin, payee_account_number)
    select 'pi_many_' || n, 'vietqr', 'succeeded', 1000, '{}', 1000, '{}', 'x', jsonb_build_object('seller_id', 'shop_' || n % 50), 'many_' || n, now(), 'process', '1' from generate_series(1, 20000) n`)
  await running.rows(`insert into payment_refund (id, intent_id, amount_vnd, raw_amount_vnd, status, method, reason, idempotency_key, settled_at)
    select 're_many_' || n, 'pi_many_' || n, 10, '{}', case when n % 200 = 0 then 'requires_action' else 'succeeded' end, 'by_hand', 'x', 'many_' || n, case when n % 200 = 0 then null else now() - interval '1 year' end from generate_series(1, 10000) n`)
  for (const table of ["payment_intent", "payment_refund", "hand_transfer", "bank_transaction"]) await running.rows(`analyze ${table}`)
  const since = new Date(Date.now() - 60 * 86_400_000)
  const plan = (await running.rows(`explain ${HELD_BY}`, [since, "seller_id", "shop_0", "shop_0", since])).map((row) => String(row["QUERY PLAN"])).join("\n")
  expect(plan).not.toMatch(/Seq Scan on payment_(intent|refund)/)
  expect(plan).toContain("IDX_payment_refund_open")
  expect(plan).toContain("IDX_payment_refund_settled_by_hand")
  expect((await back().heldBy({ key: "seller_id", value: "shop_0" }, since)).map(({ id }) => id)).toHaveLength(50)
})
