import { expect, test } from "vitest"
import type { MerchantAnswer } from "./vnpay-merchant-api"
import { vnpayOutcome } from "./vnpay-outcome"
import { paymentNews } from "./vnpay-query-answer"

const answer = (fields: Partial<MerchantAnswer>): MerchantAnswer => ({ responseCode: "00", message: "", amountVnd: 1, transactionNo: "1", transactionType: "01", transactionStatus: "00", params: { vnp_TxnRef: "CP1" }, ...fields })

/** What is taken over as if an IPN had come, or why nothing is. */
function meaning(fields: Partial<MerchantAnswer>): string {
  const news = paymentNews(answer(fields))
  return news.kind === "news" ? vnpayOutcome(news.params.vnp_ResponseCode!, news.params.vnp_TransactionStatus!) : news.kind
}

test("00 says that the question worked; the status says what became of the money", () => {
  const meanings = Object.fromEntries(["00", "01", "02", "04", "05", "06", "07", "09", "", "99"].map((status) => [status, meaning({ transactionStatus: status })]))
  expect(meanings).toEqual({ "00": "paid", "01": "not_paid", "02": "failed", "04": "pending", "05": "unknown", "06": "unknown", "07": "suspected", "09": "unknown", "": "unknown", "99": "unknown" })
})

test("every other response code says nothing about money, except that VNPay does not know the payment", () => {
  for (const responseCode of ["02", "03", "94", "97", "99", "xx"]) expect(meaning({ responseCode, transactionStatus: "00" })).toBe("unknown")
  expect(meaning({ responseCode: "91", transactionStatus: "" })).toBe("not_paid")
})

test("word of a refund is not word of a payment, unless all of it was given back before it counted", () => {
  expect(meaning({ transactionType: "03", transactionStatus: "00" })).toBe("unknown")
  expect(meaning({ transactionType: "02", transactionStatus: "09" })).toBe("unknown")
  for (const transactionStatus of ["00", "05", "06"]) expect(meaning({ transactionType: "02", transactionStatus })).toBe("failed")
})
