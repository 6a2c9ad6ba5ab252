import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { CreateIntentInput } from "./operations/create-intent"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import type { BankTransfer } from "./operations/bank-transfer"
import { OUTBOX_EVENT_TYPES } from "./rules/event-types"
import { decodeVietqr } from "./rules/vietqr"
import { signedVnpayQuery, verifyVnpayQuery } from "./rules/vnpay-signature"

const TMN_CODE = "TESTTMN1"
const SECRET = "made-up-secret-of-the-test"
const AMOUNT = 150_000

let running: RunningModule
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, {
    SANDBOX: "false",
    VNPAY_TMN_CODE: TMN_CODE,
    VNPAY_HASH_SECRET: SECRET,
    VNPAY_PAY_URL: "http://127.0.0.1:1/pay",
    VNPAY_API_URL: "http://127.0.0.1:1/api",
    STOREFRONT_URL: "http://localhost:8000",
  })
  running = await startModule("cashless_payment_notices")
})
afterAll(() => running?.stop())
beforeEach(async () => {
  // The module emits right after each commit; the last test's tail must not be heard in this one.
  await running.rows("update payment_outbox_event set acknowledged_at = now()")
  running.emitted.length = 0
})

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

function newIntent(input: Partial<CreateIntentInput> = {}): Promise<PaymentIntentView> {
  serial += 1
  return running.payments.createIntent({
    amountVnd: AMOUNT,
    rail: "vietqr",
    payee: { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "Sandbox" },
    description: "Đơn hàng thử",
    metadata: { order_id: `order_${serial}` },
    expiresAt: inMinutes(30),
    idempotencyKey: `test-${serial}`,
    ...input,
  })
}

const newVnpayIntent = () => newIntent({ rail: "vnpay", payee: undefined })

async function newAttempt(intentId: string): Promise<string> {
  const { txnRef } = await running.payments.startVnpayAttempt(intentId, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
  return txnRef
}

function ipn(txnRef: string, fields: Record<string, string> = {}, secret = SECRET): string {
  const values = {
    vnp_TmnCode: TMN_CODE,
    vnp_Amount: String(AMOUNT * 100),
    vnp_BankCode: "NCB",
    vnp_CardType: "ATM",
    vnp_OrderInfo: "Don hang thu",
    vnp_PayDate: "20261122090233",
    vnp_ResponseCode: "00",
    vnp_TransactionNo: "14226112",
    vnp_TransactionStatus: "00",
    vnp_TxnRef: txnRef,
    ...fields,
  }
  return signedVnpayQuery(values, secret)
}

function bankTransfer(memo: string, fields: Partial<BankTransfer> = {}): BankTransfer {
  serial += 1
  return {
    provider: "sepay",
    providerTransactionId: String(serial),
    bankName: "Sandbox",
    accountNumber: "0123456789",
    subAccountNumber: null,
    direction: "in",
    amountVnd: AMOUNT,
    memo: `MBVCB.12345.${memo}.CT tu 999`,
    referenceCode: `FT${serial}`,
    bookedAt: new Date(),
    ...fields,
  }
}

const take = (transfer: BankTransfer) => running.payments.takeBankNotice(transfer, JSON.stringify(transfer))
const status = async (id: string) => (await running.payments.retrieveIntent(id)).status
const told = async (intentId: string) =>
  (await running.rows("select type from payment_outbox_event where intent_id = ? order by sequence", [intentId]))
    .map(({ type }) => type)
    .filter((type) => OUTBOX_EVENT_TYPES.some((emitted) => emitted === type))
const given = async (intentId: string) =>
  (await running.rows("select reason from payment_refund where intent_id = ? and method = 'vnpay' and amount_vnd = ?", [intentId, AMOUNT])).map(({ reason }) => reason)
const desk = async (intentId: string) =>
  (await running.rows("select reason from bank_transaction where intent_id = ? and state = 'unmatched'", [intentId])).map(({ reason }) => reason)

describe("VNPay's IPN", () => {
  test("pays the intent and says 00", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    expect(await running.payments.takeVnpayIpn(ipn(txnRef))).toEqual({ RspCode: "00", Message: "Confirm Success" })
    expect(await running.payments.retrieveIntent(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
  })

  test("delivered twice: paid once, told once, the second is answered 02", async () => {
    const intent = await newVnpayIntent()
    const query = ipn(await newAttempt(intent.id))
    expect((await running.payments.takeVnpayIpn(query)).RspCode).toBe("00")
    expect((await running.payments.takeVnpayIpn(query)).RspCode).toBe("02")
    expect(await told(intent.id)).toEqual(["payment_intent.succeeded"])
    expect(await running.rows("select deliveries from payment_inbox where intent_id = ?", [intent.id])).toEqual([{ deliveries: 2 }])
  })

  test("delivered eight times at once: still paid once", async () => {
    const intent = await newVnpayIntent()
    const query = ipn(await newAttempt(intent.id))
    const answers = await Promise.all(Array.from({ length: 8 }, () => running.payments.takeVnpayIpn(query)))
    expect(answers.map(({ RspCode }) => RspCode).sort()).toEqual(["00", ...Array<string>(7).fill("02")])
    expect(await told(intent.id)).toEqual(["payment_intent.succeeded"])
    expect(await running.rows("select 1 from bank_transaction where intent_id = ?", [intent.id])).toHaveLength(1)
  })

  test("late, after the intent was canceled: nothing reopens, VNPay is told to stop and asked to give the money back", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    await running.payments.cancelIntent(intent.id, "abandoned")
    expect((await running.payments.takeVnpayIpn(ipn(txnRef))).RspCode).toBe("00")
    expect(await status(intent.id)).toBe("canceled")
    expect(await given(intent.id)).toEqual(["late"])
    expect(await told(intent.id)).toEqual(["payment_intent.canceled", "refund.created"])
  })

  test("out of order: a failure that arrives after the success changes nothing", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    await running.payments.takeVnpayIpn(ipn(txnRef))
    const late = ipn(txnRef, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02", vnp_TransactionNo: "0" })
    expect((await running.payments.takeVnpayIpn(late)).RspCode).toBe("02")
    expect(await status(intent.id)).toBe("succeeded")
    expect(await told(intent.id)).toEqual(["payment_intent.succeeded"])
  })

  test("out of order: a success that arrives after the failure wins", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    await running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "51", vnp_TransactionStatus: "02", vnp_TransactionNo: "0" }))
    expect(await running.payments.retrieveIntent(intent.id)).toMatchObject({ status: "requires_payment_method", last_error_code: "insufficient_funds" })
    expect((await running.payments.takeVnpayIpn(ipn(txnRef))).RspCode).toBe("00")
    expect(await status(intent.id)).toBe("succeeded")
    expect(await told(intent.id)).toEqual(["payment_intent.payment_failed", "payment_intent.succeeded"])
  })

  test("wrong amount: 04, not paid, the money that did arrive is on the desk once; the right one still pays", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    const wrong = ipn(txnRef, { vnp_Amount: String(AMOUNT * 100 - 100), vnp_TransactionNo: "1" })
    expect((await running.payments.takeVnpayIpn(wrong)).RspCode).toBe("04")
    expect((await running.payments.takeVnpayIpn(wrong)).RspCode).toBe("04")
    expect(await status(intent.id)).toBe("requires_action")
    expect(await desk(intent.id)).toEqual(["wrong_amount"])
    expect((await running.payments.takeVnpayIpn(ipn(txnRef))).RspCode).toBe("00")
  })

  test("bad signature: 97, and not a trace in the database", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    expect((await running.payments.takeVnpayIpn(ipn(txnRef, {}, "another secret"))).RspCode).toBe("97")
    expect((await running.payments.takeVnpayIpn(`${ipn(txnRef)}&vnp_Amount=1`)).RspCode).toBe("97")
    expect(await status(intent.id)).toBe("requires_action")
    expect(await running.rows("select 1 from payment_inbox where raw like ?", [`%${txnRef}%`])).toHaveLength(0)
  })

  test("our own pay address sent back to us: 97, and an attempt that may hold money stays as it is", async () => {
    const intent = await newVnpayIntent()
    const { txnRef, redirectUrl } = await running.payments.startVnpayAttempt(intent.id, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
    await running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }))
    const query = redirectUrl.slice(redirectUrl.indexOf("?") + 1)
    expect((await running.payments.takeVnpayIpn(query)).RspCode).toBe("97")
    expect((await running.payments.readVnpayReturn(query)).valid).toBe(false)
    expect(await status(intent.id)).toBe("processing")
  })

  test("unknown order: 01, and heard again when it is asked again", async () => {
    const query = ipn("CP00000000000000000000")
    expect((await running.payments.takeVnpayIpn(query)).RspCode).toBe("01")
    expect((await running.payments.takeVnpayIpn(query)).RspCode).toBe("01")
  })

  test("suspected fraud: never paid, not cancelable, paid once VNPay clears it", async () => {
    const intent = await newVnpayIntent()
    const txnRef = await newAttempt(intent.id)
    await running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }))
    expect(await status(intent.id)).toBe("processing")
    await expect(running.payments.cancelIntent(intent.id, "abandoned")).rejects.toThrow(/không huỷ được/)
    await running.payments.takeVnpayIpn(ipn(txnRef))
    expect(await status(intent.id)).toBe("succeeded")
  })

  test("two attempts both paid: the second payment is given back", async () => {
    const intent = await newVnpayIntent()
    const [first, second] = [await newAttempt(intent.id), await newAttempt(intent.id)]
    await running.payments.takeVnpayIpn(ipn(first))
    expect((await running.payments.takeVnpayIpn(ipn(second, { vnp_TransactionNo: "2" }))).RspCode).toBe("02")
    expect(await given(intent.id)).toEqual(["already_paid"])
  })

  test("paid and canceled in the same moment, twenty times: always exactly one of the two, never a paid order without money", async () => {
    for (let round = 0; round < 20; round += 1) {
      const intent = await newVnpayIntent()
      const query = ipn(await newAttempt(intent.id))
      await Promise.allSettled([running.payments.takeVnpayIpn(query), running.payments.cancelIntent(intent.id, "abandoned")])
      const paid = (await status(intent.id)) === "succeeded"
      expect(await told(intent.id)).toEqual(paid ? ["payment_intent.succeeded"] : ["payment_intent.canceled", "refund.created"])
      expect(await given(intent.id)).toEqual(paid ? [] : ["late"])
    }
  })
})

describe("a bank notice", () => {
  test("exact: paid", async () => {
    const intent = await newIntent()
    expect(await take(bankTransfer(intent.vietqr!.memo))).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await status(intent.id)).toBe("succeeded")
  })

  test("delivered twice, and once more under another id: counted once", async () => {
    const intent = await newIntent()
    const transfer = bankTransfer(intent.vietqr!.memo)
    await take(transfer)
    expect(await take(transfer)).toEqual({ kind: "ignored", reason: "duplicate" })
    expect(await take({ ...transfer, providerTransactionId: "replayed-by-hand" })).toEqual({ kind: "ignored", reason: "duplicate" })
    expect((await running.payments.retrieveIntent(intent.id)).amount_received_vnd).toBe(AMOUNT)
    expect(await told(intent.id)).toEqual(["payment_intent.succeeded"])
  })

  test("delivered eight times at once, half of them under another id: counted once", async () => {
    const intent = await newIntent()
    const transfer = bankTransfer(intent.vietqr!.memo)
    const copies = Array.from({ length: 8 }, (_, index) => (index % 2 ? transfer : { ...transfer, providerTransactionId: `copy-${serial}-${index}` }))
    await Promise.all(copies.map(take))
    expect((await running.payments.retrieveIntent(intent.id)).amount_received_vnd).toBe(AMOUNT)
    expect(await told(intent.id)).toEqual(["payment_intent.succeeded"])
  })

  test("late, after the intent expired: on the desk", async () => {
    const intent = await newIntent({ expiresAt: inMinutes(-60) })
    await running.payments.expireIntents()
    expect(await take(bankTransfer(intent.vietqr!.memo))).toEqual({ kind: "unmatched", reason: "late" })
    expect(await running.payments.retrieveIntent(intent.id)).toMatchObject({ status: "canceled", cancellation_reason: "expired" })
    expect(await desk(intent.id)).toEqual(["late"])
  })

  test("after the deadline but within the grace: still paid", async () => {
    const intent = await newIntent({ expiresAt: inMinutes(-1) })
    await running.payments.expireIntents()
    await take(bankTransfer(intent.vietqr!.memo))
    expect(await status(intent.id)).toBe("succeeded")
  })

  test("wrong amount, too little: not paid; the rest completes it, in whatever order the two arrive", async () => {
    for (const parts of [[50_000, 100_000], [100_000, 50_000]]) {
      const intent = await newIntent()
      await take(bankTransfer(intent.vietqr!.memo, { amountVnd: parts[0]! }))
      expect(await running.payments.retrieveIntent(intent.id)).toMatchObject({ status: "requires_action", amount_received_vnd: parts[0] })
      await take(bankTransfer(intent.vietqr!.memo, { amountVnd: parts[1]! }))
      expect(await told(intent.id)).toEqual(["payment_intent.partially_funded", "payment_intent.succeeded"])
    }
  })

  test("after a part the QR asks for the rest, with the same memo; what it asks for completes the payment", async () => {
    const intent = await newIntent()
    expect(intent.vietqr).toMatchObject({ amount_vnd: 150_000 })
    await take(bankTransfer(intent.vietqr!.memo, { amountVnd: 50_000 }))
    const { vietqr } = await running.payments.retrieveIntent(intent.id)
    expect(vietqr).toMatchObject({ amount_vnd: 100_000, memo: intent.vietqr!.memo })
    expect(decodeVietqr(vietqr!.payload)).toMatchObject({ transfer: { amountVnd: 100_000, memo: intent.vietqr!.memo } })
    await take(bankTransfer(vietqr!.memo, { amountVnd: vietqr!.amount_vnd }))
    expect(await status(intent.id)).toBe("succeeded")
    expect(await running.rows("select id from payment_refund where intent_id = ?", [intent.id])).toEqual([])
  })

  test("two halves at the same moment make one whole", async () => {
    const intent = await newIntent()
    await Promise.all([take(bankTransfer(intent.vietqr!.memo, { amountVnd: 75_000 })), take(bankTransfer(intent.vietqr!.memo, { amountVnd: 75_000 }))])
    expect(await running.payments.retrieveIntent(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
  })

  test("wrong amount, too much: paid, and the surplus is queued to go back", async () => {
    const intent = await newIntent()
    await take(bankTransfer(intent.vietqr!.memo, { amountVnd: AMOUNT + 20_000 }))
    expect(await status(intent.id)).toBe("succeeded")
    const refunds = await running.rows("select amount_vnd::int, status, reason from payment_refund where intent_id = ?", [intent.id])
    expect(refunds).toEqual([{ amount_vnd: 20_000, status: "requires_action", reason: "overpaid" }])
  })

  test("half paid, then expired: what was paid is queued to go back", async () => {
    const intent = await newIntent({ expiresAt: inMinutes(-60) })
    await take(bankTransfer(intent.vietqr!.memo, { amountVnd: 1_000 }))
    await running.payments.expireIntents()
    const refunds = await running.rows("select amount_vnd::int, reason from payment_refund where intent_id = ?", [intent.id])
    expect(refunds).toEqual([{ amount_vnd: 1_000, reason: "partial_payment_canceled" }])
  })

  test("unknown memo, wrong account, outgoing: nobody's order changes, nothing is lost", async () => {
    const intent = await newIntent()
    const { memo } = intent.vietqr!
    expect(await take(bankTransfer("chuyen tien"))).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await take(bankTransfer(memo, { accountNumber: "0000000001" }))).toEqual({ kind: "unmatched", reason: "wrong_account" })
    expect(await take(bankTransfer(memo, { direction: "out" }))).toEqual({ kind: "ignored", reason: "outgoing" })
    expect(await status(intent.id)).toBe("requires_action")
    expect(await running.rows("select state from bank_transaction where intent_id = ? order by id", [intent.id])).toHaveLength(2)
  })

  test("an amount beyond 32 bits on a seller's account is kept, not a crash", async () => {
    const transfer = bankTransfer("tien nha", { amountVnd: 12_345_678_901 })
    await take(transfer)
    const [row] = await running.rows("select amount_vnd::text from bank_transaction where provider_transaction_id = ?", [transfer.providerTransactionId])
    expect(row).toEqual({ amount_vnd: "12345678901" })
  })
})

describe("an intent", () => {
  test("is made once per idempotency key, also at the same moment; another amount under the key is refused", async () => {
    const input = { idempotencyKey: "same-key" }
    const made = await Promise.all(Array.from({ length: 6 }, () => newIntent(input)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    await expect(newIntent({ ...input, amountVnd: 1 })).rejects.toMatchObject({ code: "cashless-payment.idempotency_mismatch" })
  })

  test.each([0, -1, 1.5, Number.NaN, 500_000_000])("of %s đồng is refused", async (amountVnd) => {
    await expect(newIntent({ amountVnd })).rejects.toMatchObject({ code: "cashless-payment.invalid_amount" })
  })

  test("sends a buyer to VNPay only with a return address of this marketplace", async () => {
    const { id } = await newVnpayIntent()
    const go = (returnUrl: string) => running.payments.startVnpayAttempt(id, { returnUrl, ipAddress: "::ffff:203.0.113.9", locale: "en" })
    for (const elsewhere of ["https://evil.example/", "http://localhost:8000\\@evil.example/", "http://localhost:8000@evil.example/", "http://local\nhost:8000/"]) {
      await expect(go(elsewhere), elsewhere).rejects.toMatchObject({ code: "cashless-payment.return_url_refused" })
    }
    const { redirectUrl } = await go("http://localhost:8000/vi/tro-ve?x=1")
    const verified = verifyVnpayQuery(redirectUrl.split("?")[1]!, SECRET)
    expect(verified.valid && verified.params).toMatchObject({ vnp_Amount: String(AMOUNT * 100), vnp_IpAddr: "203.0.113.9", vnp_OrderInfo: "Don hang thu" })
  })

  test("refunds never add up to more than came in, also at the same moment", async () => {
    const intent = await newIntent()
    await take(bankTransfer(intent.vietqr!.memo))
    const ask = (key: string) => running.payments.queueRefund({ intentId: intent.id, amountVnd: 100_000, reason: "requested", idempotencyKey: key })
    const asked = await Promise.allSettled([ask(`${intent.id}-a`), ask(`${intent.id}-b`)])
    expect(asked.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"])
    const granted = asked[0]!.status === "fulfilled" ? "a" : "b"
    expect((await ask(`${intent.id}-${granted}`)).status).toBe("requires_action")
  })
})

describe("events", () => {
  const mine = (intentId: string) => running.emitted.filter(({ data }) => data.intent_id === intentId)

  test("go out after the commit, come again until acknowledged, and then no more", async () => {
    const intent = await newIntent()
    const before = Date.now()
    await take(bankTransfer(intent.vietqr!.memo))
    await expect.poll(() => mine(intent.id).length).toBe(1)
    const [first] = mine(intent.id)
    expect(first!.name).toBe("payment_intent.succeeded")

    await running.payments.emitDueEvents(new Date(before + 10_000))
    expect(mine(intent.id)).toHaveLength(1)
    await running.payments.emitDueEvents(new Date(Date.now() + 16_000))
    expect(mine(intent.id)).toHaveLength(2)
    await running.payments.acknowledgeEvent(first!.data.event_id)
    await running.payments.emitDueEvents(new Date(Date.now() + 86_400_000))
    expect(mine(intent.id)).toHaveLength(2)
  })

  test("are never taken by two emitters at once", async () => {
    const intent = await newIntent({ expiresAt: inMinutes(-60) })
    await running.payments.expireIntents()
    await Promise.all(Array.from({ length: 5 }, () => running.payments.emitDueEvents()))
    await expect.poll(() => mine(intent.id).length).toBe(1)
  })
})

test("what a returning buyer is told: the IPN decides, the browser's word does not", async () => {
  const intent = await newVnpayIntent()
  const txnRef = await newAttempt(intent.id)
  const read = (query: string) => running.payments.readVnpayReturn(query)
  expect(await read(ipn(txnRef))).toMatchObject({ valid: true, intent_id: intent.id, metadata: intent.metadata, outcome: "pending" })
  expect(await status(intent.id)).toBe("requires_action")
  expect((await read(ipn(txnRef, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }))).outcome).toBe("canceled")
  expect(await read(ipn(txnRef, {}, "forged"))).toEqual({ valid: false, intent_id: null, metadata: null, outcome: "invalid", failure: null })
  await running.payments.takeVnpayIpn(ipn(txnRef))
  expect((await read(ipn(txnRef))).outcome).toBe("paid")
})
