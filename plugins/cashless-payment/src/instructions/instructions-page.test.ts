import { expect, test } from "vitest"
import { noTerms, type PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import { instructionsPage } from "./instructions-page"

const intent: PaymentIntentView = {
  id: "pi_1",
  rail: "vietqr",
  status: "requires_action",
  amount_vnd: 150_000,
  amount_received_vnd: 0,
  description: "",
  metadata: {},
  expires_at: "2026-11-22T02:30:00.000Z",
  created_at: "2026-11-22T02:00:00.000Z",
  succeeded_at: null,
  canceled_at: null,
  cancellation_reason: null,
  last_error_code: null,
  origin: "api",
  customer_id: null,
  terms: noTerms("vietqr"),
  redirect_url: null,
  vnpay_qr: null,
  share_token: "token",
  vietqr: { payload: "0002", bin: "970422", bank_name: "MB", account_number: "123", account_name: "<script>A</script>", memo: "CP1", amount_vnd: 150_000 },
}

test("says in either language what to transfer, in Vietnam's time, and asks for news of itself", () => {
  const page = instructionsPage(intent, "vi", false)
  for (const shown of ['lang="vi"', "150.000 ₫", "Số tài khoản", "CP1", "09:30", "/payment-instructions/pi_1/token/qr.svg", 'http-equiv="refresh"']) expect(page).toContain(shown)
  expect(page).not.toContain("<script>A")
  expect(page).not.toContain("Chạy thử")
  expect(instructionsPage(intent, "en", true)).toContain("Trial run: no real money.")
})

test("a part is counted, and the rest is asked for in words", () => {
  const page = instructionsPage({ ...intent, amount_received_vnd: 50_000 }, "vi", false)
  for (const shown of ["100.000 ₫", "Đã nhận: 50.000 ₫", "Mã QR này đã ghi đúng số còn phải chuyển"]) expect(page).toContain(shown)
})

test.each([
  ["succeeded", "Đã nhận đủ tiền"],
  ["canceled", "Đừng chuyển tiền nữa"],
  ["processing", "Ngân hàng đang kiểm tra"],
] as const)("a %s one shows no code any more", (status, sentence) => {
  const page = instructionsPage({ ...intent, status }, "vi", false)
  expect(page).toContain(sentence)
  expect(page).not.toContain("qr.svg")
})

test("a wrong link is told so", () => {
  expect(instructionsPage(null, "en", false)).toContain("There is no such payment page")
})

test("a QR of VNPay's has its own words and end, and no account to copy", () => {
  const page = instructionsPage({ ...intent, rail: "vnpay", vietqr: null, vnpay_qr: { payload: "0002", expires_at: "2026-11-22T02:15:00.000Z" } }, "vi", false)
  for (const shown of ["VNPAY-QR", "150.000 ₫", "09:15", "/payment-instructions/pi_1/token/qr.svg"]) expect(page).toContain(shown)
  expect(page).not.toContain("Số tài khoản")
})
