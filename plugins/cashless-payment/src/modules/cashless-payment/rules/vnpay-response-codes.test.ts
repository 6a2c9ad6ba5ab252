import { expect, test } from "vitest"
import { vnpayOutcome } from "./vnpay-outcome"
import { vnpayReason, VNPAY_RESPONSE_CODES, VNPAY_TRANSACTION_STATUSES } from "./vnpay-response-codes"

test("every code of VNPay's table has a name of its own and words in both languages", () => {
  // Programs go by these names (`last_error_code`): none may change.
  expect(Object.fromEntries(Object.keys(VNPAY_RESPONSE_CODES).map((code) => [code, vnpayReason(code).reason]))).toEqual({
    "07": "suspected_fraud",
    "09": "internet_banking_not_registered",
    "10": "authentication_failed",
    "11": "payment_window_expired",
    "12": "card_locked",
    "13": "wrong_otp",
    "24": "canceled_by_buyer",
    "51": "insufficient_funds",
    "65": "daily_limit_exceeded",
    "75": "bank_in_maintenance",
    "79": "wrong_password_too_often",
    "99": "declined",
  })
  expect(Object.keys(VNPAY_TRANSACTION_STATUSES).sort()).toEqual(["00", "01", "02", "04", "05", "06", "07", "09"])
  for (const { vi, en } of [...Object.values(VNPAY_RESPONSE_CODES), ...Object.values(VNPAY_TRANSACTION_STATUSES)]) {
    expect(vi).not.toBe(en)
    expect(en).toMatch(/^[\x20-\x7e]+$/)
  }
})

test("an unknown code, and one that is a name of the prototype, is a plain decline", () => {
  for (const code of ["", "zz", "00", "constructor", "__proto__"]) expect(vnpayReason(code).reason).toBe("declined")
})

test("no code of the table is ever read as paid, whatever status comes with it", () => {
  for (const code of Object.keys(VNPAY_RESPONSE_CODES)) {
    for (const status of Object.keys(VNPAY_TRANSACTION_STATUSES)) expect(vnpayOutcome(code, status)).not.toBe("paid")
  }
})
