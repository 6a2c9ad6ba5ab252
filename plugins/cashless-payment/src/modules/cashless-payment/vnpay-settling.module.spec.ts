import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { AMOUNT, ipn, later, payment, PREVIOUS_SECRET, SECRET, TMN_CODE, VnpayPayments } from "../../../test/support/vnpay-payments"
import { pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash, type VnpayParams } from "./rules/vnpay-signature"

const FAILED = { vnp_ResponseCode: "24", vnp_TransactionStatus: "02", vnp_TransactionNo: "0" }

let shop: VnpayPayments

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_settling")))
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

describe("a lost IPN", () => {
  test("is healed by asking: paid, told once, and kept as VNPay said it", async () => {
    const { id, txnRef } = await shop.started()
    shop.vnpay.answer(() => payment("00"))
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await shop.told(id, "payment_intent")).toEqual(["payment_intent.succeeded"])
    expect(shop.vnpay.asked).toHaveLength(1)
    expect(shop.vnpay.asked[0]).toMatchObject({ vnp_Command: "querydr", vnp_TxnRef: txnRef, vnp_TmnCode: TMN_CODE })
    expect(shop.vnpay.asked[0]!.vnp_SecureHash).toBe(vnpayHash(pipedVnpayValues(shop.vnpay.asked[0]!, VNPAY_PIPE_ORDER.querydr), SECRET))
    const [kept] = await shop.running.rows("select raw, dedupe_key from payment_inbox where intent_id = ?", [id])
    expect(JSON.parse(String(kept!.raw))).toMatchObject({ vnp_TransactionStatus: "00", vnp_TxnRef: txnRef })
    expect(String(kept!.dedupe_key)).toMatch(/^querydr\|/)
    // The IPN that comes after all is answered "already confirmed".
    expect((await shop.running.payments.takeVnpayIpn(ipn(txnRef))).RspCode).toBe("02")
  })

  test("VNPay is asked two minutes after the buyer came back, five minutes after the start otherwise, and not before", async () => {
    const one = await shop.started()
    const back = ipn(one.txnRef)
    await shop.running.payments.settleVnpayAttempts(later(4))
    expect(shop.vnpay.asked).toHaveLength(0)
    await shop.running.payments.readVnpayReturn(back, later(1))
    await shop.running.payments.settleVnpayAttempts(later(2.9))
    expect(shop.vnpay.asked).toHaveLength(0)
    await shop.running.payments.settleVnpayAttempts(later(3.1))
    expect(shop.vnpay.asked).toHaveLength(1)
  })

  test("asked by five processes at once, VNPay hears one question", async () => {
    const { id } = await shop.started()
    shop.vnpay.answer(() => payment("00"))
    await Promise.all(Array.from({ length: 5 }, () => shop.running.payments.settleVnpayAttempts(later(6))))
    expect(shop.vnpay.asked).toHaveLength(1)
    expect(await shop.status(id)).toBe("succeeded")
  })

  test("is not kept waiting by many that were never paid: one run asks about all that are due", async () => {
    for (let left = 0; left < 30; left += 1) await shop.started()
    const { id, txnRef } = await shop.started()
    shop.vnpay.answer((body) => (body.vnp_TxnRef === txnRef ? payment("00") : payment("01")))
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(shop.vnpay.asked).toHaveLength(31)
    expect(await shop.status(id)).toBe("succeeded")
  })

  test("does not crowd out the notices: each question steps aside first", async () => {
    const stepAside = vi.spyOn((shop.running.payments as unknown as { traffic: { stepAside(): Promise<void> } }).traffic, "stepAside")
    const askedBefore: number[] = []
    let release = () => {}
    stepAside.mockImplementation(() => {
      askedBefore.push(shop.vnpay.asked.length)
      return new Promise((resolve) => (release = resolve))
    })
    for (let left = 0; left < 3; left += 1) await shop.started()
    shop.vnpay.answer(() => payment("01"))
    const settling = shop.running.payments.settleVnpayAttempts(later(6))
    for (let question = 0; question < 3; question += 1) {
      await vi.waitFor(() => expect(askedBefore).toHaveLength(question + 1), { timeout: 10_000 })
      await vi.waitFor(() => expect(shop.vnpay.asked).toHaveLength(question), { timeout: 10_000 })
      release()
    }
    expect(await settling).toBe(3)
    expect(askedBefore[0]).toBe(0)
    stepAside.mockRestore()
  })

  test.each([
    ["of another secret", (body: VnpayParams) => ({ raw: JSON.stringify({ ...payment("00"), ...body, vnp_Command: "querydr", vnp_ResponseCode: "00", vnp_SecureHash: "0".repeat(128) }) })],
    ["about another payment", () => ({ ...payment("00"), vnp_TxnRef: "CPOTHER" })],
    ["about another terminal", () => ({ ...payment("00"), vnp_TmnCode: "OTHER001" })],
    ["to another command", () => ({ ...payment("00"), vnp_Command: "refund" })],
    ["that is no JSON", () => ({ raw: "<html>maintenance</html>" })],
    ["that sends elsewhere", () => ({ raw: "", status: 302, location: "http://127.0.0.1:1/" })],
    ["94, too often", () => ({ ...payment("00"), vnp_ResponseCode: "94" })],
    ["97, checksum", () => ({ ...payment("00"), vnp_ResponseCode: "97" })],
  ])("an answer %s changes nothing, and is asked for again later", async (_what, answer) => {
    const { id } = await shop.started()
    shop.vnpay.answer(answer)
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(await shop.status(id)).toBe("requires_action")
    await shop.running.payments.settleVnpayAttempts(later(6.1))
    expect(shop.vnpay.asked).toHaveLength(1)
    shop.vnpay.answer(() => payment("00"))
    await shop.running.payments.settleVnpayAttempts(later(9))
    expect(await shop.status(id)).toBe("succeeded")
  })

  test("an answer with another amount pays nothing and lies on the desk", async () => {
    const { id } = await shop.started()
    shop.vnpay.answer(() => payment("00", { vnp_Amount: String(AMOUNT * 100 - 100), vnp_TransactionNo: "555" }))
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(await shop.status(id)).toBe("requires_action")
    expect(await shop.running.rows("select state, reason from bank_transaction where intent_id = ?", [id])).toEqual([{ state: "unmatched", reason: "wrong_amount" }])
  })

  test("a failure VNPay tells only when asked reopens the payment", async () => {
    const { id } = await shop.started()
    shop.vnpay.answer(() => payment("02", { vnp_TransactionNo: "0" }))
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "requires_payment_method", last_error_code: "declined" })
  })

  test("a suspected payment waits for VNPay's word, approved or denied", async () => {
    for (const [word, ends] of [["00", "succeeded"], ["02", "requires_payment_method"]] as const) {
      const { id, txnRef } = await shop.started()
      await shop.running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }))
      shop.vnpay.answer(() => payment("07"))
      await shop.running.payments.settleVnpayAttempts(later(6))
      expect(await shop.status(id)).toBe("processing")
      // Days later, still: silence never ends a suspected payment.
      await shop.running.payments.settleVnpayAttempts(later(60 * 24 * 9))
      await shop.running.payments.expireIntents(later(60 * 24 * 9))
      expect(await shop.status(id)).toBe("processing")
      shop.vnpay.answer(() => payment(word))
      await shop.running.payments.settleVnpayAttempts(later(60 * 24 * 10))
      expect(await shop.status(id)).toBe(ends)
    }
  })

  test("the secret is being changed: what VNPay still signs with the old one is believed, what we sign carries the new one", async () => {
    const { id, txnRef } = await shop.started()
    expect((await shop.running.payments.takeVnpayIpn(ipn(txnRef, {}, PREVIOUS_SECRET))).RspCode).toBe("00")
    expect(await shop.status(id)).toBe("succeeded")
    expect((await shop.running.payments.takeVnpayIpn(ipn(txnRef, {}, "a-third-secret"))).RspCode).toBe("97")
  })
})

describe("expiry", () => {
  test("waits for VNPay's word: not while nobody knows, yes once VNPay says it was never paid", async () => {
    const { id } = await shop.started()
    await shop.running.payments.settleVnpayAttempts(later(22))
    await shop.running.payments.expireIntents(later(22))
    expect(await shop.status(id)).toBe("requires_action")
    shop.vnpay.answer(() => ({ vnp_ResponseCode: "91", vnp_Message: "Not found" }))
    await shop.running.payments.settleVnpayAttempts(later(40))
    await shop.running.payments.expireIntents(later(40))
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "canceled", cancellation_reason: "expired" })
  })

  test("VNPay opened it and it was not finished: unpaid only after its window and the grace", async () => {
    const { id } = await shop.started()
    shop.vnpay.answer(() => payment("01", { vnp_TransactionNo: "0" }))
    await shop.running.payments.settleVnpayAttempts(later(6))
    expect(await shop.status(id)).toBe("requires_action")
    expect(await shop.told(id, "payment_intent")).toEqual([])
    await shop.running.payments.settleVnpayAttempts(later(22))
    await shop.running.payments.expireIntents(later(22))
    expect(await shop.status(id)).toBe("canceled")
  })

  test("VNPay is asked at the moment the payment could expire, however long the pause had become", async () => {
    await shop.started()
    for (const minute of [6, 8, 12, 20]) await shop.running.payments.settleVnpayAttempts(later(minute))
    const before = shop.vnpay.asked.length
    await shop.running.payments.settleVnpayAttempts(later(21.1))
    expect(shop.vnpay.asked).toHaveLength(before + 1)
  })

  test("VNPay out of reach: stock is not held longer than half an hour after the window; money found later goes back by itself", async () => {
    const { id } = await shop.started()
    for (const minute of [6, 21.1, 44]) {
      await shop.running.payments.settleVnpayAttempts(later(minute))
      await shop.running.payments.expireIntents(later(minute))
      expect(await shop.status(id)).toBe("requires_action")
    }
    await shop.running.payments.expireIntents(later(45.1))
    expect(await shop.status(id)).toBe("canceled")
    shop.vnpay.answer((body) => (body.vnp_Command === "refund" ? { vnp_TransactionNo: "900", vnp_TransactionStatus: "05" } : payment("00")))
    await shop.running.payments.settleVnpayAttempts(later(180))
    expect(await shop.refundsOf(id)).toMatchObject([{ amount_vnd: AMOUNT, status: "pending", method: "vnpay", reason: "late" }])
    expect(await shop.status(id)).toBe("canceled")
  })

  test("VNPay never answered a week long: the attempt is given up, and the log says which, once and without a secret", async () => {
    const silent = await shop.started()
    const warn = vi.spyOn((shop.running.payments as unknown as { cradle: { logger: { warn(message: string): void } } }).cradle.logger, "warn")
    const givenUp = () => warn.mock.calls.flat().filter((message) => message.includes("asked about it no more"))
    const HOUR = 60
    for (let hour = 1; hour <= 24; hour += 1) await shop.running.payments.settleVnpayAttempts(later((6 * 24 + hour) * HOUR))
    expect(givenUp()).toEqual([])
    for (const hour of [25, 26]) await shop.running.payments.settleVnpayAttempts(later((6 * 24 + hour) * HOUR))
    expect(givenUp()).toEqual([expect.stringMatching(new RegExp(`${silent.txnRef} \\(terminal ${TMN_CODE}\\)`))])
    expect(givenUp().join()).not.toContain(SECRET)
    expect(await shop.running.rows("select status from payment_attempt where txn_ref = ?", [silent.txnRef])).toEqual([{ status: "failed" }])
    // Where VNPay says that it was never paid, there is nothing to look up.
    const unpaid = await shop.started()
    shop.vnpay.answer(() => ({ vnp_ResponseCode: "91", vnp_Message: "Not found" }))
    await shop.running.payments.settleVnpayAttempts(later(40))
    expect(await shop.running.rows("select status from payment_attempt where txn_ref = ?", [unpaid.txnRef])).toEqual([{ status: "failed" }])
    expect(givenUp()).toHaveLength(1)
    warn.mockRestore()
  })

  test("a bank that debited while VNPay cannot tell (04) holds the payment no longer than that, either", async () => {
    const { id, txnRef } = await shop.started()
    await shop.running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "99", vnp_TransactionStatus: "04" }))
    expect(await shop.status(id)).toBe("processing")
    shop.vnpay.answer(() => payment("04"))
    await shop.running.payments.settleVnpayAttempts(later(22))
    expect(await shop.status(id)).toBe("processing")
    shop.vnpay.answer(() => "hang up")
    await shop.running.payments.settleVnpayAttempts(later(46))
    await shop.running.payments.expireIntents(later(46))
    expect(await shop.status(id)).toBe("canceled")
  })

  test("an intent nobody took to VNPay expires as ever, without a question", async () => {
    const id = await shop.intent(-60)
    await shop.running.payments.expireIntents()
    expect(await shop.status(id)).toBe("canceled")
    expect(shop.vnpay.asked).toHaveLength(0)
  })
})

describe("IPN, question, cancel and expiry at the same moment", () => {
  test("twenty times in turn: the order is paid or canceled, never both, and money for a canceled one goes back once", async () => {
    shop.vnpay.answer(() => payment("00"))
    for (let round = 0; round < 20; round += 1) {
      const { id, txnRef } = await shop.started()
      const at = later(22)
      await Promise.allSettled([
        shop.running.payments.takeVnpayIpn(ipn(txnRef), at),
        shop.running.payments.settleVnpayAttempts(at),
        shop.running.payments.expireIntents(at),
        ...(round % 2 ? [shop.running.payments.cancelIntent(id, "abandoned")] : []),
      ])
      const ended = await shop.status(id)
      expect(["succeeded", "canceled"]).toContain(ended)
      expect(await shop.told(id, "payment_intent")).toEqual([`payment_intent.${ended}`])
      expect(await shop.running.rows("select 1 from bank_transaction where intent_id = ?", [id])).toHaveLength(1)
      expect(await shop.refundsOf(id)).toMatchObject(ended === "succeeded" ? [] : [{ amount_vnd: AMOUNT, reason: "late", method: "vnpay" }])
    }
  })

  test("the failure by IPN and the success by question, in either order, end paid", async () => {
    for (const first of ["ipn", "query"]) {
      const { id, txnRef } = await shop.started()
      shop.vnpay.answer(() => payment("00"))
      const steps = [() => shop.running.payments.takeVnpayIpn(ipn(txnRef, FAILED)), () => shop.running.payments.settleVnpayAttempts(later(6))]
      if (first === "query") steps.reverse()
      for (const step of steps) await step()
      if (first === "ipn") await shop.running.payments.takeVnpayIpn(ipn(txnRef))
      expect(await shop.status(id)).toBe("succeeded")
    }
  })
})
