import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { AMOUNT, ipn, later, payment, VnpayPayments } from "../../../test/support/vnpay-payments"

const HOUR = 60
const operator = { id: "user_1", name: "Trần Thị Vận Hành" }
const SUSPECTED = { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }

let shop: VnpayPayments

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_suspicions")))
afterAll(() => shop?.stop())
beforeEach(async () => {
  await shop.forget()
  await shop.running.rows("delete from suspicion_rule")
})

async function suspected(): Promise<{ id: string; txnRef: string }> {
  const started = await shop.started()
  expect((await shop.running.payments.takeVnpayIpn(ipn(started.txnRef, SUSPECTED))).RspCode).toBe("00")
  return started
}
const suspicions = () => shop.running.payments.suspicions
const listed = async (id: string) => (await suspicions().list(100, 0)).payments.find((one) => one.intent_id === id)
const overdue = (hours: number) => suspicions().giveUpOverdue(later(hours * HOUR))

describe("a payment VNPay suspects and never decides on", () => {
  test("is waited for a day, then given up, which is told to those whose stock it holds", async () => {
    const { id } = await suspected()
    await overdue(23)
    expect(await shop.status(id)).toBe("processing")
    await overdue(25)
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "canceled", cancellation_reason: "suspected" })
    expect(await shop.told(id, "payment_intent")).toContain("payment_intent.canceled")
    expect(await listed(id)).toMatchObject({ state: "given_up", history: [{ action: "suspicion_given_up", actor: { id: "system" } }] })
  })

  test("whatever VNPay repeats meanwhile, the time runs from the first suspicion", async () => {
    const { id, txnRef } = await suspected()
    shop.vnpay.answer(() => payment("07"))
    await shop.running.payments.settleVnpayAttempts(later(20 * HOUR))
    await shop.running.payments.takeVnpayIpn(ipn(txnRef, { ...SUSPECTED, vnp_TransactionNo: "77" }), later(22 * HOUR))
    await overdue(25)
    expect(await shop.status(id)).toBe("canceled")
  })

  test("given up, then paid after all: the money goes back over VNPay, and the order stays closed", async () => {
    const { id, txnRef } = await suspected()
    await suspicions().giveUp(id, "VNPay không trả lời", operator)
    expect(await shop.running.payments.takeVnpayIpn(ipn(txnRef))).toMatchObject({ RspCode: "00" })
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "canceled", amount_received_vnd: AMOUNT })
    expect(await shop.refundsOf(id)).toMatchObject([{ amount_vnd: AMOUNT, method: "vnpay", status: "pending", reason: "late" }])
    expect(await listed(id)).toBeUndefined()
  })

  test("given up, and the IPN of the approval is lost: VNPay is still asked, and the money goes back", async () => {
    const { id } = await suspected()
    await overdue(25)
    shop.vnpay.answer(() => payment("00"))
    await shop.running.payments.settleVnpayAttempts(later(30 * HOUR))
    expect(await shop.refundsOf(id)).toMatchObject([{ amount_vnd: AMOUNT, reason: "late" }])
  })

  test("given up, and denied: nobody is owed anything", async () => {
    const { id, txnRef } = await suspected()
    await suspicions().giveUp(id, "Khách đã mua chỗ khác", operator)
    await shop.running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "99", vnp_TransactionStatus: "02" }))
    expect(await shop.running.payments.retrieveIntent(id)).toMatchObject({ status: "canceled", amount_received_vnd: 0 })
    expect(await shop.refundsOf(id)).toEqual([])
  })

  test("whoever waits reads until when: the same time that it is given up at", async () => {
    const [{ id }, other, clear] = [await suspected(), await suspected(), await shop.started()]
    const told = async () => [...(await suspicions().decideBy([id, other.id, clear.id]))].map(([intentId, until]) => [intentId, until.toISOString()]).sort()
    const lines = async () => Promise.all([id, other.id].map(async (one) => [one, (await listed(one))!.decide_by]))
    expect(await told()).toEqual((await lines()).sort())
    await suspicions().keep(id, { hours: 48, note: "VNPay hẹn trả lời mai" }, operator)
    expect(await told()).toEqual((await lines()).sort())
    expect(await suspicions().decideBy([])).toEqual(new Map())
  })

  test("an operator keeps it, with a reason, and only ever longer", async () => {
    const { id } = await suspected()
    await suspicions().keep(id, { hours: 48, note: "VNPay hẹn trả lời mai" }, operator)
    await suspicions().keep(id, { hours: 1, note: "bấm nhầm" }, operator)
    await overdue(47)
    expect(await shop.status(id)).toBe("processing")
    expect(await listed(id)).toMatchObject({ state: "waiting", history: [{ action: "suspicion_kept", actor: operator, note: "VNPay hẹn trả lời mai", data: { hours: 48 } }, { action: "suspicion_kept" }] })
    await overdue(49)
    expect(await shop.status(id)).toBe("canceled")
  })

  test("the time is the operator's decision from a moment on: payments of before keep theirs", async () => {
    const before = await suspected()
    await suspicions().setHoldHours({ hours: 2, reason: "Hàng tươi" }, operator)
    const after = await suspected()
    await overdue(3)
    expect([await shop.status(before.id), await shop.status(after.id)]).toEqual(["processing", "canceled"])
    expect(await suspicions().holdRules()).toMatchObject({ hours: 2, rules: [{ hours: 2, reason: "Hàng tươi", set_by: operator.name }] })
  })

  test("what VNPay decided meanwhile can be neither kept nor given up", async () => {
    const { id, txnRef } = await suspected()
    await shop.running.payments.takeVnpayIpn(ipn(txnRef))
    for (const decide of [() => suspicions().keep(id, { hours: 5, note: "chờ thêm" }, operator), () => suspicions().giveUp(id, "thôi chờ", operator)]) {
      await expect(decide()).rejects.toMatchObject({ code: "cashless-payment.not_suspected" })
    }
    expect(await shop.status(id)).toBe("succeeded")
    await overdue(100)
    expect(await shop.status(id)).toBe("succeeded")
  })

  test("of two attempts under suspicion the one that may take longer counts", async () => {
    const { id, txnRef } = await shop.started()
    const second = await shop.attempt(id)
    await shop.running.payments.takeVnpayIpn(ipn(txnRef, SUSPECTED))
    await shop.running.payments.takeVnpayIpn(ipn(second, { ...SUSPECTED, vnp_TransactionNo: "78" }), later(10 * HOUR))
    expect([...(await suspicions().decideBy([id])).values()].map((until) => Math.round((until.getTime() - Date.now()) / 3_600_000))).toEqual([34])
    await overdue(25)
    expect(await shop.status(id)).toBe("processing")
    await overdue(35)
    expect(await shop.status(id)).toBe("canceled")
  })

  test("what VNPay holds without suspecting it is nobody's to give up", async () => {
    const { id, txnRef } = await shop.started()
    await shop.running.payments.takeVnpayIpn(ipn(txnRef, { vnp_ResponseCode: "99", vnp_TransactionStatus: "04" }))
    expect(await shop.status(id)).toBe("processing")
    expect(await listed(id)).toBeUndefined()
    expect(await suspicions().decideBy([id])).toEqual(new Map())
    for (const decide of [() => suspicions().keep(id, { hours: 5, note: "chờ thêm" }, operator), () => suspicions().giveUp(id, "thôi chờ", operator)]) {
      await expect(decide()).rejects.toMatchObject({ code: "cashless-payment.not_suspected" })
    }
    expect(await shop.status(id)).toBe("processing")
  })

  test("given up and cleared at the same moment: paid, or closed with its money on the way back", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, txnRef } = await suspected()
      const calls = [() => suspicions().giveUp(id, "cùng lúc", operator).catch(() => null), () => shop.running.payments.takeVnpayIpn(ipn(txnRef))]
      if (round % 2) calls.reverse()
      await Promise.all(calls.map((call) => call()))
      const status = await shop.status(id)
      expect(await shop.refundsOf(id)).toHaveLength(status === "canceled" ? 1 : 0)
      expect(["canceled", "succeeded"]).toContain(status)
    }
  })
})
