import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { AMOUNT, ipn, later, payment, PREVIOUS_SECRET, SECRET, TMN_CODE, VnpayPayments } from "../../../test/support/vnpay-payments"
import { pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash } from "./rules/vnpay-signature"
import { readPaymentSettings } from "./settings"

const NEW = { code: "TESTTMN2", secret: "made-up-secret-of-the-new-one" }
const FORMER = `${TMN_CODE}:${SECRET}:${PREVIOUS_SECRET}`
const DAY = 24 * 60

let shop: VnpayPayments
let serial = 0

/** The house is opened again with other settings. */
const reopen = (env: Record<string, string>) => void Object.assign(shop.running.payments.settings, { vnpay: readPaymentSettings({ ...process.env, ...env }).vnpay })
const withOldTerminal = () => reopen({})
/** The operator has another terminal from here on; the old one is named as `former` says. */
const moveTo = (former: string) => reopen({ VNPAY_TMN_CODE: NEW.code, VNPAY_HASH_SECRET: NEW.secret, VNPAY_HASH_SECRET_PREVIOUS: "", VNPAY_FORMER_TERMINALS: former })

const settle = (minutes: number) => shop.running.payments.settleVnpayAttempts(later(minutes))
const settleRefunds = (minutes: number) => shop.running.payments.settleVnpayRefunds(later(minutes))
const told = (query: string) => shop.running.payments.takeVnpayIpn(query)
const unknown = () => shop.running.payments.listUnknownTerminals()
const atNew = (txnRef: string, secret = NEW.secret) => ipn(txnRef, { vnp_TmnCode: NEW.code, vnp_TransactionNo: `2${(serial += 1)}` }, secret)

async function paid(): Promise<string> {
  const { id, txnRef } = await shop.started()
  expect(await told(ipn(txnRef, { vnp_TransactionNo: `1${(serial += 1)}` }))).toMatchObject({ RspCode: "00" })
  return id
}
const refund = (intentId: string) => shop.running.payments.queueRefund({ intentId, amountVnd: AMOUNT, reason: "requested", idempotencyKey: `former-${(serial += 1)}` })

const byHand = async (intentId: string) => (await shop.running.payments.bank.listHandTransfers(100, 0)).transfers.find((transfer) => transfer.intent_id === intentId)

/** VNPay takes refunds; asked about one, it says that the money is back. */
const refunding = () =>
  shop.vnpay.answer((body) => ({ vnp_TransactionNo: "900", vnp_Amount: String(AMOUNT * 100), vnp_TransactionType: "02", vnp_TransactionStatus: body.vnp_Command === "refund" ? "05" : "00" }))

beforeAll(async () => {
  shop = await VnpayPayments.start("cashless_former_terminals")
  shop.secrets.set(NEW.code, NEW.secret)
})
afterAll(() => shop?.stop())
beforeEach(async () => {
  await shop.forget()
  withOldTerminal()
})

describe("after a change of the terminal, what was begun at the former one", () => {
  test("and whose IPN is lost ends paid: VNPay is asked as that terminal, in one run with what the new one began", async () => {
    const before = await shop.started()
    moveTo(FORMER)
    const after = await shop.started()
    shop.vnpay.answer(() => payment("00"))
    expect(await settle(6)).toBe(2)
    expect([await shop.status(before.id), await shop.status(after.id)]).toEqual(["succeeded", "succeeded"])
    const asked = new Map(shop.vnpay.asked.map((body) => [body.vnp_TxnRef, body]))
    for (const [txnRef, tmnCode, secret] of [[before.txnRef, TMN_CODE, SECRET], [after.txnRef, NEW.code, NEW.secret]] as const) {
      const body = asked.get(txnRef)!
      expect(body.vnp_TmnCode).toBe(tmnCode)
      expect(body.vnp_SecureHash).toBe(vnpayHash(pipedVnpayValues(body, VNPAY_PIPE_ORDER.querydr), secret))
    }
  })

  test("is told by its own secrets: the one it has, and the one it had", async () => {
    const [one, other] = [await shop.started(), await shop.started()]
    moveTo(FORMER)
    expect(await shop.running.payments.readVnpayReturn(ipn(one.txnRef))).toMatchObject({ valid: true, intent_id: one.id })
    expect(await told(ipn(one.txnRef))).toMatchObject({ RspCode: "00" })
    expect(await told(ipn(other.txnRef, { vnp_TransactionNo: "77" }, PREVIOUS_SECRET))).toMatchObject({ RspCode: "00" })
    expect([await shop.status(one.id), await shop.status(other.id)]).toEqual(["succeeded", "succeeded"])
  })

  test("is not told by the secret of another terminal, either way, and nothing of that is kept", async () => {
    const before = await shop.started()
    moveTo(FORMER)
    const after = await shop.started()
    for (const forged of [ipn(before.txnRef, {}, NEW.secret), atNew(after.txnRef, SECRET), atNew(after.txnRef, PREVIOUS_SECRET)]) {
      expect(await told(forged)).toMatchObject({ RspCode: "97" })
      expect(await shop.running.payments.readVnpayReturn(forged)).toMatchObject({ valid: false })
    }
    expect([await shop.status(before.id), await shop.status(after.id)]).toEqual(["requires_action", "requires_action"])
    expect(await shop.running.rows("select 1 from payment_inbox where raw like ? or raw like ?", [`%${before.txnRef}%`, `%${after.txnRef}%`])).toEqual([])
    expect(await told(atNew(after.txnRef))).toMatchObject({ RspCode: "00" })
  })

  test("an answer about it signed with the new terminal's secret is no answer", async () => {
    const { id } = await shop.started()
    moveTo(FORMER)
    shop.vnpay.answer(() => payment("00"))
    shop.secrets.set(TMN_CODE, NEW.secret)
    await settle(6)
    shop.secrets.set(TMN_CODE, SECRET)
    expect(await shop.status(id)).toBe("requires_action")
  })

  test("is refunded by it: sent and asked about with its code and its secret", async () => {
    const id = await paid()
    moveTo(FORMER)
    await refund(id)
    refunding()
    await settleRefunds(1)
    await settleRefunds(10)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "succeeded", method: "vnpay" }])
    expect(shop.vnpay.asked.map(({ vnp_Command, vnp_TmnCode }) => [vnp_Command, vnp_TmnCode])).toEqual([["refund", TMN_CODE], ["querydr", TMN_CODE]])
    const [sent] = shop.vnpay.asked
    expect(sent!.vnp_SecureHash).toBe(vnpayHash(pipedVnpayValues(sent!, VNPAY_PIPE_ORDER.refund), SECRET))
  })
})

describe("a terminal that nobody knows any more", () => {
  test("is named with what waits for it, at the start too, until its secret is given: then what was paid there is found", async () => {
    const lost = await shop.started()
    await refund(await paid())
    expect(await unknown()).toEqual([])
    moveTo(FORMER)
    expect(await unknown()).toEqual([])
    moveTo("")
    shop.vnpay.answer(() => payment("00"))
    expect([await settle(6), await settleRefunds(6)]).toEqual([0, 0])
    expect(shop.vnpay.asked).toEqual([])
    expect(await told(ipn(lost.txnRef))).toMatchObject({ RspCode: "97" })
    expect(await unknown()).toEqual([{ tmn_code: TMN_CODE, attempts: 1, refunds: 1, accepted_refunds: 0, since: expect.stringMatching(/^\d{4}-.*Z$/) }])

    const warn = vi.spyOn((shop.running.payments as unknown as { cradle: { logger: { warn(message: string): void } } }).cradle.logger, "warn")
    await shop.running.payments.__hooks.onApplicationStart()
    expect(warn.mock.calls.flat().join()).toMatch(new RegExp(`terminal ${TMN_CODE}.*1 payments.*1 refunds.*VNPAY_FORMER_TERMINALS`))
    expect(warn.mock.calls.flat().join()).not.toContain(SECRET)
    warn.mockRestore()

    moveTo(FORMER)
    await settle(6)
    expect(await shop.status(lost.id)).toBe("succeeded")
    refunding()
    await settleRefunds(6)
    expect(await unknown()).toEqual([])
  })

  test("and is named again after more than a week is asked about longer than VNPay's first silence", async () => {
    const { id } = await shop.started()
    moveTo("")
    expect(await settle(6)).toBe(0)
    moveTo(FORMER)
    shop.vnpay.answer(() => "hang up")
    expect(await settle(8 * DAY)).toBe(1)
    shop.vnpay.answer(() => payment("00"))
    expect(await settle(8 * DAY + 59)).toBe(0)
    expect(await settle(8 * DAY + 60)).toBe(1)
    expect(await shop.status(id)).toBe("succeeded")
  })

  test("and so is the only one there was, where VNPay is in no setting at all", async () => {
    await shop.started()
    Object.assign(shop.running.payments.settings, { vnpay: null })
    expect(await unknown()).toMatchObject([{ tmn_code: TMN_CODE, attempts: 1, refunds: 0 }])
  })

  test("keeps no refund of another waiting, however many wait for it", async () => {
    for (let waiting = 0; waiting < 21; waiting += 1) await refund(await paid())
    moveTo("")
    const after = await shop.started()
    await told(atNew(after.txnRef))
    await refund(after.id)
    refunding()
    await settleRefunds(1)
    await settleRefunds(10)
    expect(await shop.refundsOf(after.id)).toMatchObject([{ status: "succeeded" }])
  })

  test("its refunds are a person's after three days, told once, and not before", async () => {
    const id = await paid()
    await refund(id)
    moveTo("")
    await settleRefunds(2 * DAY)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "pending", failure_reason: null }])
    for (const days of [4, 5]) await settleRefunds(days * DAY)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "requires_action", method: "vnpay", failure_reason: "vnpay_terminal_unknown" }])
    expect(await shop.told(id, "refund")).toEqual(["refund.created", "refund.updated"])
    // It never went out: nothing of it can be with VNPay.
    expect(await byHand(id)).toMatchObject({ vnpay_may_have_returned: false })
    expect(await unknown()).toEqual([])
  })

  test("a refund it has taken on is counted apart, is asked about for thirty days, and may have been given back", async () => {
    const id = await paid()
    await refund(id)
    shop.vnpay.answer(() => ({ vnp_TransactionNo: "900", vnp_Amount: String(AMOUNT * 100), vnp_TransactionType: "02", vnp_TransactionStatus: "05" }))
    await settleRefunds(1)
    moveTo("")
    expect(await unknown()).toEqual([{ tmn_code: TMN_CODE, attempts: 0, refunds: 0, accepted_refunds: 1, since: expect.any(String) }])
    await settleRefunds(29 * DAY)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "pending" }])
    await settleRefunds(31 * DAY)
    expect(await shop.refundsOf(id)).toMatchObject([{ status: "requires_action", failure_reason: "vnpay_terminal_unknown" }])
    expect(await byHand(id)).toMatchObject({ vnpay_may_have_returned: true })
  })
})
