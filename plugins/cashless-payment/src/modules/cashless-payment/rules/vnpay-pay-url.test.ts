import fc from "fast-check"
import { expect, test } from "vitest"
import vectors from "../../../../test/vectors/vnpay.json"
import { fromVnpayAmount, toVnpayAmount, vnpayPayUrl } from "./vnpay-pay-url"
import { verifyVnpayQuery } from "./vnpay-signature"

const request = {
  payUrl: "https://sandbox.vnpayment.vn/paymentv2/vpcpay.html",
  tmnCode: vectors.tmn_code,
  hashSecret: vectors.secret,
  txnRef: "5",
  amountVnd: 18_060,
  orderInfo: "Thanh toan don hang :5",
  returnUrl: "https://shop.example.vn/vnpay/return",
  ipAddress: "203.0.113.10",
  locale: "vn" as const,
  createdAt: new Date("2026-11-22T02:00:00Z"),
  expiresAt: new Date("2026-11-22T02:15:00Z"),
}

test("builds the very address of the vector", () => {
  const vector = vectors.pay.find(({ name }) => name === "pay-01-basic")!
  expect(vnpayPayUrl(request)).toBe(`${request.payUrl}?${vector.signed}&vnp_SecureHash=${vector.hash}`)
})

test("Vietnamese order information is folded before it is signed", () => {
  const query = vnpayPayUrl({ ...request, orderInfo: "Đơn hàng chè Tân Cương (2 gói)" }).split("?")[1]!
  const result = verifyVnpayQuery(query, vectors.secret)
  expect(result.valid && result.params.vnp_OrderInfo).toBe("Don hang che Tan Cuong 2 goi")
})

test("đồng become hundredths and come back", () => {
  fc.assert(fc.property(fc.integer({ min: 10, max: 99_999_999_999 }), (vnd) => void expect(fromVnpayAmount(toVnpayAmount(vnd))).toBe(vnd)))
})

test.each(["150", "15000050", "1e5", "-100", "", "12.00"])("%s is no amount of whole đồng", (text) => {
  expect(fromVnpayAmount(text)).toBeNull()
})
