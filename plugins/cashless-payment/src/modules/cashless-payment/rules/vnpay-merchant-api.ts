import { toVnpayDate } from "./vietnam-time"
import { fromVnpayAmount, toVnpayAmount } from "./vnpay-pay-url"
import { isVnpayHash, pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash, type VnpayParams } from "./vnpay-signature"
import { foldForVnpay } from "./vnpay-text"

export type Terminal = { tmnCode: string; hashSecret: string }

/** VNPay wants the address of the calling server and does not check it. */
const SERVER_ADDRESS = "127.0.0.1"

export type VnpayQuery = {
  /** Unique per day, at most 32 letters and digits. */
  requestId: string
  txnRef: string
  /** vnp_CreateDate of the pay request, as it was sent. */
  transactionDate: string
  /** VNPay's number of a payment or refund, to ask about that one; without it VNPay tells of the latest. */
  transactionNo?: string | null
  createdAt: Date
}

/** The signed body of `querydr` (2.1.0). */
export function vnpayQueryBody(terminal: Terminal, query: VnpayQuery): VnpayParams {
  const params: VnpayParams = {
    vnp_RequestId: query.requestId,
    vnp_Version: "2.1.0",
    vnp_Command: "querydr",
    vnp_TmnCode: terminal.tmnCode,
    vnp_TxnRef: query.txnRef,
    vnp_OrderInfo: `Truy van GD ${query.txnRef}`,
    ...(query.transactionNo && { vnp_TransactionNo: query.transactionNo }),
    vnp_TransactionDate: query.transactionDate,
    vnp_CreateDate: toVnpayDate(query.createdAt),
    vnp_IpAddr: SERVER_ADDRESS,
  }
  return signed(params, "querydr", terminal)
}

export type VnpayRefundOrder = {
  requestId: string
  /** vnp_CreateDate of the refund: sent again with the same requestId, it is the same request. */
  requestDate: string
  /** Nothing of this payment was or is being given back otherwise. */
  whole: boolean
  txnRef: string
  amountVnd: number
  transactionNo: string | null
  transactionDate: string
  createdBy: string
  orderInfo: string
}

/** The signed body of `refund` (2.1.0): 02 gives the whole payment back, 03 a part of it. */
export function vnpayRefundBody(terminal: Terminal, order: VnpayRefundOrder): VnpayParams {
  const params: VnpayParams = {
    vnp_RequestId: order.requestId,
    vnp_Version: "2.1.0",
    vnp_Command: "refund",
    vnp_TmnCode: terminal.tmnCode,
    vnp_TransactionType: order.whole ? "02" : "03",
    vnp_TxnRef: order.txnRef,
    vnp_Amount: toVnpayAmount(order.amountVnd),
    vnp_OrderInfo: foldForVnpay(order.orderInfo) || order.txnRef,
    // The same in the body and in the hash: "0" when VNPay never told us its number.
    vnp_TransactionNo: order.transactionNo ?? "0",
    vnp_TransactionDate: order.transactionDate,
    vnp_CreateBy: foldForVnpay(order.createdBy) || "system",
    vnp_CreateDate: order.requestDate,
    vnp_IpAddr: SERVER_ADDRESS,
  }
  return signed(params, "refund", terminal)
}

function signed(params: VnpayParams, command: "querydr" | "refund", { hashSecret }: Terminal): VnpayParams {
  return { ...params, vnp_SecureHash: vnpayHash(pipedVnpayValues(params, VNPAY_PIPE_ORDER[command]), hashSecret) }
}

export type MerchantAnswer = {
  /** 00 says only that the request worked; what became of the money is in `transactionStatus`. */
  responseCode: string
  message: string
  amountVnd: number | null
  transactionNo: string | null
  /** 01 payment, 02 whole refund, 03 part refund. */
  transactionType: string
  transactionStatus: string
  params: VnpayParams
}

export type AnswerReading = { ok: true; answer: MerchantAnswer } | { ok: false; reason: "malformed" | "wrong_signature" | "of_another_request" }

const RESPONSE_ORDER = { querydr: VNPAY_PIPE_ORDER.querydrResponse, refund: VNPAY_PIPE_ORDER.refundResponse }

/**
 * Reads an answer of VNPay's API. Nothing in it is believed, not even that something was not found, unless it is signed
 * and speaks of our terminal and of the payment that was asked about.
 */
export function readMerchantAnswer(command: "querydr" | "refund", body: unknown, tmnCode: string, txnRef: string, secrets: readonly string[]): AnswerReading {
  const params = textValues(body)
  if (!params) return { ok: false, reason: "malformed" }
  if (!isVnpayHash(params.vnp_SecureHash ?? "", pipedVnpayValues(params, RESPONSE_ORDER[command]), secrets)) return { ok: false, reason: "wrong_signature" }
  if (params.vnp_TmnCode !== tmnCode || params.vnp_TxnRef !== txnRef || params.vnp_Command !== command) return { ok: false, reason: "of_another_request" }
  const responseCode = params.vnp_ResponseCode ?? ""
  if (!/^\d{2}$/.test(responseCode)) return { ok: false, reason: "malformed" }
  return {
    ok: true,
    answer: {
      responseCode,
      message: params.vnp_Message ?? "",
      amountVnd: fromVnpayAmount(params.vnp_Amount ?? ""),
      transactionNo: /^[1-9]\d{0,14}$/.test(params.vnp_TransactionNo ?? "") ? (params.vnp_TransactionNo ?? null) : null,
      transactionType: params.vnp_TransactionType ?? "",
      transactionStatus: params.vnp_TransactionStatus ?? "",
      params,
    },
  }
}

/** Numbers are signed as they are written; whatever is not text or a whole number is no answer of VNPay's. */
function textValues(body: unknown): VnpayParams | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null
  const params = Object.create(null) as VnpayParams
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith("vnp_") || value === null) continue
    if (typeof value !== "string" && !Number.isSafeInteger(value)) return null
    params[name] = String(value)
  }
  return params
}
