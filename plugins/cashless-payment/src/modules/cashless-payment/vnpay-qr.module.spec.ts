import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { AMOUNT, ipn, later, payment, VnpayPayments } from "../../../test/support/vnpay-payments"

let shop: VnpayPayments

beforeAll(async () => void (shop = await VnpayPayments.start("cashless_payment_qr")))
afterAll(() => shop?.stop())
beforeEach(() => shop.forget())

const attempt = { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" } as const
const show = (id: string) => shop.running.payments.showVnpayQr(id, attempt)
const giving = (answer: unknown) => shop.vnpay.answer(() => ({ raw: JSON.stringify(answer) }))
const QR = { code: "00", message: "Success", qrcontent: "00020101021226...6304ABCD" }

test("a QR is asked for as a signed genqr, kept, and shown again without another attempt", async () => {
  const id = await shop.intent()
  giving(QR)
  const shown = await show(id)
  expect(shown.payload).toBe(QR.qrcontent)
  expect(shop.vnpay.asked[0]).toMatchObject({ vnp_Command: "genqr", vnp_BankCode: "VNPAYQR", vnp_Amount: String(AMOUNT * 100), vnp_SecureHash: expect.stringMatching(/^[0-9a-f]{128}$/) })
  expect(await show(id)).toEqual(shown)
  expect(await shop.running.payments.openVnpayQr(id)).toEqual(shown)
  expect(shop.vnpay.asked).toHaveLength(1)
})

test("paid by it, the QR is gone", async () => {
  const id = await shop.intent()
  giving(QR)
  await show(id)
  expect((await shop.running.payments.takeVnpayIpn(ipn(shop.vnpay.asked[0]!.vnp_TxnRef!))).RspCode).toBe("00")
  expect(await shop.status(id)).toBe("succeeded")
  expect(await shop.running.payments.openVnpayQr(id)).toBeNull()
})

test("shortly before it runs out there is a new one, and none after", async () => {
  const id = await shop.intent(30)
  giving(QR)
  const first = await show(id)
  giving({ ...QR, qrcontent: "another" })
  expect((await shop.running.payments.showVnpayQr(id, attempt, later(14.5))).payload).toBe("another")
  expect(Date.parse(first.expires_at)).toBeLessThan(later(15.1).getTime())
  expect(await shop.running.payments.openVnpayQr(id, later(31))).toBeNull()
})

test.each([
  ["an error", { code: "99", message: "x", qrcontent: "" }],
  ["an empty QR", { ...QR, qrcontent: "" }],
  ["a QR that is no text", { ...QR, qrcontent: { evil: true } }],
  ["a QR with letters no QR of VNPay's has", { ...QR, qrcontent: "\u0000\u202e" }],
  ["a QR as long as a book", { ...QR, qrcontent: "0".repeat(5_000) }],
  ["nothing", null],
])("VNPay gives %s: said in words, and the buyer can still go to VNPay's page", async (_what, answer) => {
  const id = await shop.intent()
  giving(answer)
  await expect(show(id)).rejects.toMatchObject({ code: "cashless-payment.vnpay_qr_failed" })
  expect(await shop.attempt(id)).toMatch(/^CP/)
})

test("a payment by a QR whose answer got lost is found like any other", async () => {
  const id = await shop.intent()
  await expect(show(id)).rejects.toMatchObject({ code: "cashless-payment.vnpay_qr_failed" })
  shop.vnpay.answer(() => payment("00"))
  await shop.running.payments.settleVnpayAttempts(later(6))
  expect(await shop.status(id)).toBe("succeeded")
})

test("a canceled payment gets no QR", async () => {
  const id = await shop.intent()
  await shop.running.payments.cancelIntent(id, "abandoned")
  giving(QR)
  await expect(show(id)).rejects.toMatchObject({ code: "cashless-payment.intent_not_payable" })
  expect(shop.vnpay.asked).toHaveLength(0)
})
