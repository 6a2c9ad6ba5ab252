import { expect, test } from "vitest"
import { vnpayOutcome } from "./vnpay-outcome"
import { vnpayReason, VNPAY_RESPONSE_CODES, VNPAY_TRANSACTION_STATUSES } from "./vnpay-response-codes"

test("every code of VNPay's table has a name of its own and words in both languages", () => {
  const codes = ["07", "09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99"]
  expect(Object.keys(VNPAY_RESPONSE_CODES).sort()).toEqual(codes)
  expect(new Set(codes.map((code) => vnpayReason(code).reason)).size).toBe(codes.length)
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
