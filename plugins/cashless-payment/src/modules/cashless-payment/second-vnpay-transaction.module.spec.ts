import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { AMOUNT, ipn, later, payment, VnpayPayments } from "../../../test/support/vnpay-payments"

/** One attempt that is paid by two transactions of VNPay's: the money of the second is somebody's. */
const SECOND = { vnp_TransactionNo: "14226113" }

let shop: VnpayPayments

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_second_transaction")))
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

const take = async (query: string) => (await shop.running.payments.takeVnpayIpn(query)).RspCode
const desk = async (id: string) => shop.running.rows("select state, reason, amount_vnd::int from bank_transaction where intent_id = ? and state <> 'matched'", [id])
const ON_DESK = [{ state: "unmatched", reason: "already_paid", amount_vnd: AMOUNT }]

test("the second is on the desk once, however often it is told, and the payment stays what it was", async () => {
  const { id, txnRef } = await shop.started()
  expect(await take(ipn(txnRef))).toBe("00")
  const second = ipn(txnRef, SECOND)
  expect(await take(second)).toBe("02")
  expect(await Promise.all(Array.from({ length: 6 }, () => take(second)))).toEqual(Array<string>(6).fill("02"))
  expect(await desk(id)).toEqual(ON_DESK)
  expect(await shop.refundsOf(id)).toEqual([])
  // What was paid first can be refunded as before.
  expect(await shop.running.rows("select transaction_no from payment_attempt where txn_ref = ?", [txnRef])).toEqual([{ transaction_no: "14226112" }])
  expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
  expect(await shop.told(id)).toEqual(["payment_intent.succeeded"])
})

test("told first in VNPay's answer to a question, and then by itself: still once", async () => {
  const { id, txnRef } = await shop.started()
  shop.vnpay.answer(async () => {
    await take(ipn(txnRef))
    return payment("00", SECOND)
  })
  await shop.running.payments.settleVnpayAttempts(later(6))
  expect(await desk(id)).toEqual(ON_DESK)
  expect(await take(ipn(txnRef, SECOND))).toBe("02")
  expect(await desk(id)).toEqual(ON_DESK)
})

test("a buyer who comes back with it moves no money and is told that it is paid", async () => {
  const { id, txnRef } = await shop.started()
  await take(ipn(txnRef))
  expect(await shop.running.payments.readVnpayReturn(ipn(txnRef, SECOND))).toMatchObject({ valid: true, outcome: "paid" })
  expect(await desk(id)).toEqual([])
  await shop.running.payments.settleVnpayAttempts(later(60))
  expect(shop.vnpay.asked).toEqual([])
})

test("both in the same moment: one pays, the other is on the desk", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id, txnRef } = await shop.started()
    const answers = await Promise.all([take(ipn(txnRef)), take(ipn(txnRef, SECOND))])
    expect(answers.sort()).toEqual(["00", "02"])
    expect(await desk(id)).toEqual(ON_DESK)
    expect((await shop.running.payments.retrieveIntent(id)).amount_received_vnd).toBe(AMOUNT)
  }
})

test("the same transaction under a number without its zeros, or with none, is no second one", async () => {
  const { id, txnRef } = await shop.started()
  await take(ipn(txnRef))
  for (const number of ["014226112", "0", ""]) expect(await take(ipn(txnRef, { vnp_TransactionNo: number }))).toBe("02")
  expect(await desk(id)).toEqual([])
})

test("sent back by hand it is the operator's to send, and told to the books when it is over", async () => {
  const { id, txnRef } = await shop.started()
  await take(ipn(txnRef))
  await take(ipn(txnRef, SECOND))
  const { payments } = shop.running
  const operator = { id: "user_1", name: null } as const
  const [row] = await shop.running.rows("select id from bank_transaction where intent_id = ? and state = 'unmatched'", [id])
  const back = await payments.bank.returnToSender(String(row!.id), "trả hai lần", operator)
  expect(await payments.handTransfers.find(back)).toMatchObject({ sender: "house", state: "waiting", intent_id: id })
  expect(await payments.handTransfers.returnedReceipts(new Date(0))).toEqual([])
  await payments.handTransfers.nameAccount(back, { bin: "970422", accountNumber: "0123456789", accountName: "NGUYEN VAN A" }, { id: "buyer", name: null })
  await payments.bank.finishHandTransfer(back, { bankReference: "FT1", sentFrom: "house" }, operator)
  expect(await payments.handTransfers.returnedReceipts(new Date(0))).toEqual([{ id: back, transaction_id: row!.id, amount_vnd: AMOUNT, finished_at: expect.any(Date) as Date }])
  expect(await payments.handTransfers.takenOver(new Date(0))).toEqual([])
})
