import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { AMOUNT, ipn, later, SECRET, VnpayPayments } from "../../../test/support/vnpay-payments"
import { toVnpayDate } from "./rules/vietnam-time"
import { pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash } from "./rules/vnpay-signature"

let shop: VnpayPayments
let serial = 0

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_refunds")))
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

async function paid(): Promise<string> {
  const { id, txnRef } = await shop.started()
  await shop.running.payments.takeVnpayIpn(ipn(txnRef))
  return id
}

const refund = (intentId: string, amountVnd = AMOUNT, idempotencyKey = `refund-${(serial += 1)}`) =>
  shop.running.payments.queueRefund({ intentId, amountVnd, reason: "requested", idempotencyKey })
const settle = (minutes: number) => shop.running.payments.settleVnpayRefunds(later(minutes))
const sent = () => shop.vnpay.asked.filter((body) => body.vnp_Command === "refund")
const states = async (id: string) => (await shop.refundsOf(id)).map(({ amount_vnd, method, status }) => [amount_vnd, method, status])

/** VNPay takes every refund under a number of its own; asked about one, or about the latest, it says `status`. */
function taking(status: string) {
  shop.vnpay.answer((body) => {
    const numbers = sent().map((request) => ({ request, vnp_TransactionNo: `9${request.vnp_RequestId!.replace(/\D/g, "").slice(0, 9)}` }))
    const wanted = body.vnp_Command === "refund" ? numbers.find(({ request }) => request.vnp_RequestId === body.vnp_RequestId) : numbers.find(({ vnp_TransactionNo }) => vnp_TransactionNo === body.vnp_TransactionNo)
    const { request, vnp_TransactionNo } = wanted ?? numbers.at(-1)!
    const { vnp_Amount, vnp_TransactionType } = request
    return { vnp_TransactionNo, vnp_Amount: vnp_Amount!, vnp_TransactionType: vnp_TransactionType!, vnp_TransactionStatus: body.vnp_Command === "refund" ? "05" : status }
  })
}

describe("a refund over VNPay's API", () => {
  test("in full: sent signed as 02, pending until VNPay says the money is back, told at each step", async () => {
    const id = await paid()
    const { status, method } = await refund(id)
    expect([status, method]).toEqual(["pending", "vnpay"])
    taking("05")
    await settle(1)
    const [body] = sent()
    expect(body).toMatchObject({ vnp_TransactionType: "02", vnp_Amount: String(AMOUNT * 100), vnp_TransactionNo: "14226112" })
    expect(body!.vnp_SecureHash).toBe(vnpayHash(pipedVnpayValues(body!, VNPAY_PIPE_ORDER.refund), SECRET))
    await settle(10)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "pending"]])
    taking("06")
    await settle(60)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "pending"]])
    taking("00")
    await settle(600)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "succeeded"]])
    expect(await shop.told(id, "refund")).toEqual(["refund.created", "refund.updated"])
    expect(sent()).toHaveLength(1)
    const [row] = await shop.running.rows("select transaction_no from payment_refund where intent_id = ?", [id])
    expect(shop.vnpay.asked.at(-1)).toMatchObject({ vnp_Command: "querydr", vnp_TransactionNo: row!.transaction_no })
  })

  test("in part: 03, one after another, never more than was paid, also when asked for at the same moment", async () => {
    const id = await paid()
    const asked = await Promise.allSettled([refund(id, 100_000), refund(id, 100_000)])
    expect(asked.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"])
    await refund(id, 50_000)
    await expect(refund(id, 1)).rejects.toMatchObject({ code: "cashless-payment.refund_too_large" })
    taking("05")
    await settle(1)
    expect(sent().map((body) => [body.vnp_TransactionType, body.vnp_Amount])).toEqual([["03", "10000000"]])
    taking("00")
    for (const minute of [10, 30, 600]) await settle(minute)
    expect(await states(id)).toEqual([[100_000, "vnpay", "succeeded"], [50_000, "vnpay", "succeeded"]])
    expect(sent()).toHaveLength(2)
  })

  test("the same key twice is one refund; with another amount it is refused", async () => {
    const id = await paid()
    const [one, two] = [await refund(id, 1_000, "same"), await refund(id, 1_000, "same")]
    expect(two.id).toBe(one.id)
    await expect(refund(id, 2_000, "same")).rejects.toMatchObject({ code: "cashless-payment.idempotency_mismatch" })
  })

  test("five processes at once send it once", async () => {
    const id = await paid()
    await refund(id)
    taking("05")
    await Promise.all(Array.from({ length: 5 }, () => settle(1)))
    expect(sent()).toHaveLength(1)
  })

  test("the answer never came: the very same request again, and 94 then means that VNPay has it", async () => {
    const id = await paid()
    await refund(id)
    const day = later(0)
    await shop.running.payments.settleVnpayRefunds(day)
    shop.vnpay.answer((body) => (body.vnp_Command === "refund" ? { vnp_ResponseCode: "94" } : { vnp_ResponseCode: "91" }))
    // At once after the lease; on the same Vietnamese day unless midnight lies between, and then it is only asked about.
    await settle(3)
    const requests = sent()
    const sameDay = toVnpayDate(day).slice(0, 8) === toVnpayDate(later(3)).slice(0, 8)
    expect(requests.map(({ vnp_RequestId, vnp_CreateDate }) => [vnp_RequestId, vnp_CreateDate])).toEqual(Array(sameDay ? 2 : 1).fill([requests[0]!.vnp_RequestId, requests[0]!.vnp_CreateDate]))
    taking("00")
    await settle(700)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "succeeded"]])
  })

  test("the answer never came and the day is over: never sent again; VNPay's word or a person decides", async () => {
    const id = await paid()
    await refund(id)
    await settle(0)
    for (const day of [1, 2]) await settle(60 * 24 * day)
    expect(sent()).toHaveLength(1)
    await settle(60 * 24 * 4)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "requires_action", failure_reason: "vnpay_unconfirmed" }])
    const [transfer] = (await shop.running.payments.bank.listHandTransfers(100, 0)).transfers.filter(({ intent_id }) => intent_id === id)
    expect(transfer).toMatchObject({ vnpay_may_have_returned: true })
    expect(sent()).toHaveLength(1)
  })

  test("it did arrive: found by asking, without a second request", async () => {
    const id = await paid()
    await refund(id)
    await settle(0)
    taking("00")
    await settle(3)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "succeeded"]])
    expect(sent()).toHaveLength(1)
  })

  test("an earlier refund of the same amount is never taken for the one whose answer never came", async () => {
    const id = await paid()
    await refund(id, 50_000)
    taking("00")
    await settle(1)
    await settle(10)
    const [first] = sent()
    await refund(id, 50_000)
    shop.vnpay.answer(() => "hang up")
    await settle(11)
    const before = sent().length
    // The second never arrived: VNPay's latest refund is still the first.
    const number = (await shop.running.rows("select transaction_no from payment_refund where intent_id = ? and status = 'succeeded'", [id]))[0]!.transaction_no
    shop.vnpay.answer(() => ({ vnp_TransactionNo: String(number), vnp_Amount: first!.vnp_Amount!, vnp_TransactionType: "03", vnp_TransactionStatus: "00" }))
    await settle(60 * 24 * 2)
    expect(await states(id)).toEqual([[50_000, "vnpay", "succeeded"], [50_000, "vnpay", "pending"]])
    expect(sent()).toHaveLength(before)
  })

  test("94 the first time: somebody else's refund is in process; ours goes later, as a new request", async () => {
    const id = await paid()
    await refund(id)
    shop.vnpay.answer(() => ({ vnp_ResponseCode: "94" }))
    await settle(1)
    taking("05")
    await settle(10)
    expect(sent()).toHaveLength(2)
    expect(sent()[0]!.vnp_RequestId).not.toBe(sent()[1]!.vnp_RequestId)
  })

  test.each([
    ["95, refused at once", () => ({ vnp_ResponseCode: "95" }), "vnpay_95"],
    ["91, not found", () => ({ vnp_ResponseCode: "91" }), "vnpay_91"],
    ["09, rejected at once", () => ({ vnp_TransactionStatus: "09" }), "vnpay_status_09"],
  ])("%s: failed, told aloud, and waiting at the desk for a person", async (_what, answer, reason) => {
    const id = await paid()
    await refund(id)
    shop.vnpay.answer(answer)
    await settle(1)
    expect(await shop.refundsOf(id)).toMatchObject([
      { method: "vnpay", status: "failed", failure_reason: reason, amount_vnd: AMOUNT },
      { method: "by_hand", status: "requires_action", amount_vnd: AMOUNT },
    ])
    expect(await shop.told(id, "refund")).toEqual(["refund.created", "refund.failed", "refund.created"])
  })

  test("rejected by the bank days later: the same", async () => {
    const id = await paid()
    await refund(id)
    taking("05")
    await settle(1)
    taking("09")
    await settle(60 * 24 * 3)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "failed"], [AMOUNT, "by_hand", "requires_action"]])
  })

  test.each([
    ["unsigned", () => ({ raw: JSON.stringify({ vnp_ResponseCode: "00", vnp_TransactionStatus: "00" }) })],
    ["99", () => ({ vnp_ResponseCode: "99" })],
    ["97", () => ({ vnp_ResponseCode: "97" })],
  ])("an answer %s decides nothing", async (_what, answer) => {
    const id = await paid()
    await refund(id)
    shop.vnpay.answer(answer)
    await settle(1)
    expect(await states(id)).toEqual([[AMOUNT, "vnpay", "pending"]])
  })
})

test("money that came by bank transfer goes back by hand", async () => {
  const { payments } = shop.running
  const intent = await payments.createIntent({
    amountVnd: AMOUNT,
    rail: "vietqr",
    payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "Sandbox" },
    description: "x",
    metadata: {},
    expiresAt: later(30),
    idempotencyKey: "by-bank",
  })
  const transfer = { provider: "sepay", providerTransactionId: "1", bankName: "S", accountNumber: "0123456789", subAccountNumber: null, direction: "in", amountVnd: AMOUNT, memo: intent.vietqr!.memo, referenceCode: "FT1", bookedAt: new Date() } as const
  await payments.takeBankNotice(transfer, "{}")
  expect(await refund(intent.id)).toMatchObject({ status: "requires_action", method: "by_hand" })
  await settle(10)
  expect(sent()).toHaveLength(0)
})

test("of one payment session no more goes back than it asked for, whatever the others brought in, under which keys ever", async () => {
  const id = await paid()
  const share = { sessionId: "payses_1", amountVnd: 60_000 }
  const part = (amountVnd: number, key: string) => shop.running.payments.queueRefund({ intentId: id, amountVnd, reason: "requested", idempotencyKey: key, share })
  await part(40_000, "share-1")
  await expect(part(20_001, "share-2")).rejects.toMatchObject({ code: "cashless-payment.refund_too_large" })
  expect((await part(40_000, "share-1")).amount_vnd).toBe(40_000)
  const tries = await Promise.allSettled(["a", "b", "c"].map((key) => part(15_000, `share-3${key}`)))
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  // Another session of the same payment still has all of its own.
  expect((await shop.running.payments.queueRefund({ intentId: id, amountVnd: 70_000, reason: "requested", idempotencyKey: "share-4", share: { sessionId: "payses_2", amountVnd: 90_000 } })).status).toBe("pending")
})

test("a share whose refund VNPay rejects is still spent: its successor is transferred by hand", async () => {
  const id = await paid()
  const share = { sessionId: "payses_3", amountVnd: 60_000 }
  await shop.running.payments.queueRefund({ intentId: id, amountVnd: 60_000, reason: "requested", idempotencyKey: "rejected-share", share })
  shop.vnpay.answer(() => ({ vnp_ResponseCode: "95", vnp_Message: "Refused" }))
  await settle(1)
  expect(await states(id)).toEqual([[60_000, "vnpay", "failed"], [60_000, "by_hand", "requires_action"]])
  await expect(shop.running.payments.queueRefund({ intentId: id, amountVnd: 1, reason: "requested", idempotencyKey: "rejected-share-again", share })).rejects.toMatchObject({ code: "cashless-payment.refund_too_large" })
})
