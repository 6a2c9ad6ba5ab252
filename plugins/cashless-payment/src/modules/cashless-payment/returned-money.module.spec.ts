import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer } from "./operations/bank-transfer"

const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let serial = 0
beforeAll(async () => void (running = await startModule("cashless_returned_money")))
afterAll(async () => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
const back = () => running.payments.handTransfers
const find = async (id: string) => (await back().find(id))!

describe("unmatched money to be returned", () => {
  const returned = async (accountNumber: string): Promise<string> => {
    const transfer: BankTransfer = {
      provider: "casso", providerTransactionId: unique("r-"), bankName: "Sandbox", accountNumber, subAccountNumber: null, direction: "in", amountVnd: 150_000, memo: "khong co ma",
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
})
