import fc from "fast-check"
import { expect, test } from "vitest"
import vectors from "../../../../test/vectors/vnpay.json"
import { readMerchantAnswer, vnpayQueryBody, vnpayRefundBody } from "./vnpay-merchant-api"
import { pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash, type VnpayParams } from "./vnpay-signature"

const terminal = { tmnCode: vectors.tmn_code, hashSecret: vectors.secret }
const answer: VnpayParams = vectors.querydr_response.params
const signedAs = (params: VnpayParams, secret = vectors.secret) => ({ ...params, vnp_SecureHash: vnpayHash(pipedVnpayValues(params, VNPAY_PIPE_ORDER.querydrResponse), secret) })
const read = (body: unknown, secrets = [vectors.secret]) => readMerchantAnswer("querydr", body, vectors.tmn_code, answer.vnp_TxnRef!, secrets)

test("asks as the independent implementations do", () => {
  const { params } = vectors.querydr
  const body = vnpayQueryBody(terminal, { requestId: params.vnp_RequestId, txnRef: params.vnp_TxnRef, transactionDate: params.vnp_TransactionDate, createdAt: new Date("2026-11-22T02:30:00Z") })
  // The vector was made from another address; it is part of the hash, so all else is compared as signed.
  const comparable = { ...body, vnp_IpAddr: params.vnp_IpAddr }
  expect(comparable).toMatchObject(params)
  expect(vnpayHash(pipedVnpayValues(comparable, VNPAY_PIPE_ORDER.querydr), vectors.secret)).toBe(vectors.querydr.hash)
  expect(body.vnp_SecureHash).toBe(vnpayHash(pipedVnpayValues(body, VNPAY_PIPE_ORDER.querydr), vectors.secret))
})

test("refunds as the independent implementations do", () => {
  const { params } = vectors.refund
  const body = vnpayRefundBody(terminal, {
    requestId: params.vnp_RequestId,
    requestDate: params.vnp_CreateDate,
    whole: false,
    txnRef: params.vnp_TxnRef,
    amountVnd: 50_000,
    transactionNo: params.vnp_TransactionNo,
    transactionDate: params.vnp_TransactionDate,
    createdBy: params.vnp_CreateBy,
    orderInfo: "Hoàn tiền 1 phần",
  })
  const comparable = { ...body, vnp_IpAddr: params.vnp_IpAddr }
  expect(comparable).toMatchObject(params)
  expect(vnpayHash(pipedVnpayValues(comparable, VNPAY_PIPE_ORDER.refund), vectors.secret)).toBe(vectors.refund.hash)
})

test("the published answer is read", () => {
  const reading = read({ ...answer, vnp_SecureHash: vectors.querydr_response.hash })
  expect(reading).toMatchObject({ ok: true, answer: { responseCode: "00", amountVnd: 150_000, transactionNo: "14226112", transactionType: "01", transactionStatus: "00" } })
})

test("numbers instead of text, null instead of nothing, and fields of tomorrow are read as they are signed", () => {
  const body = signedAs(answer)
  expect(read({ ...body, vnp_Amount: 15000000, vnp_PromotionCode: null, vnp_New: "x", other: { a: 1 } })).toMatchObject({ ok: true })
})

test("the secret before the present one is believed as well, a third is not", () => {
  const body = signedAs(answer, "old")
  expect(read(body).ok).toBe(false)
  expect(read(body, [vectors.secret, "old"]).ok).toBe(true)
})

test.each([
  ["nothing", undefined, "malformed"],
  ["a list", [], "malformed"],
  ["an object where text belongs", { ...signedAs(answer), vnp_Message: { a: 1 } }, "malformed"],
  ["no hash", answer, "wrong_signature"],
  ["a changed status", { ...signedAs(answer), vnp_TransactionStatus: "02" }, "wrong_signature"],
  ["another payment", signedAs({ ...answer, vnp_TxnRef: "other" }), "of_another_request"],
  ["another terminal", signedAs({ ...answer, vnp_TmnCode: "OTHER001" }), "of_another_request"],
  ["another command", signedAs({ ...answer, vnp_Command: "refund" }), "of_another_request"],
  ["no code", signedAs({ ...answer, vnp_ResponseCode: "" }), "malformed"],
])("%s is no answer", (_what, body, reason) => {
  expect(read(body)).toEqual({ ok: false, reason })
})

test("whatever one field is changed to, the answer is refused or says the same", () => {
  const body = signedAs(answer)
  fc.assert(
    fc.property(fc.constantFrom(...VNPAY_PIPE_ORDER.querydrResponse), fc.string({ maxLength: 20 }), (name, value) => {
      const reading = read({ ...body, [`vnp_${name}`]: value })
      expect(reading.ok).toBe((answer[`vnp_${name}`] ?? "") === value)
    }),
  )
})
