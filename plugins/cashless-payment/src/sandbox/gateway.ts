import { randomInt } from "node:crypto"
import { fromVnpayDate, toVnpayDate } from "../modules/cashless-payment/rules/vietnam-time"
import { fromVnpayAmount } from "../modules/cashless-payment/rules/vnpay-pay-url"
import { signedVnpayQuery, verifyVnpayQuery, type VnpayParams } from "../modules/cashless-payment/rules/vnpay-signature"

/** The merchant terminal that the simulated gateway knows. */
export type Terminal = { tmnCode: string; hashSecret: string }

export type PayOrder = { amountVnd: number; orderInfo: string; txnRef: string; returnUrl: string; params: VnpayParams }
export type OrderReading = { ok: true; order: PayOrder } | { ok: false; code: string; message: string }

/** Reads a pay request as VNPay's gateway does, with the codes its error page shows. */
export function readPayRequest(rawQuery: string, terminal: Terminal, now: Date): OrderReading {
  const verified = verifyVnpayQuery(rawQuery, terminal.hashSecret)
  if (!verified.valid) return { ok: false, code: "70", message: "Sai chữ ký" }
  const { params } = verified
  if (params.vnp_TmnCode !== terminal.tmnCode) return { ok: false, code: "02", message: "Merchant không hợp lệ" }
  const amountVnd = fromVnpayAmount(params.vnp_Amount ?? "")
  const expires = fromVnpayDate(params.vnp_ExpireDate ?? "")
  const { vnp_TxnRef: txnRef, vnp_ReturnUrl: returnUrl, vnp_OrderInfo: orderInfo } = params
  const wellFormed =
    params.vnp_Version === "2.1.0" && params.vnp_Command === "pay" && params.vnp_CurrCode === "VND" && fromVnpayDate(params.vnp_CreateDate ?? "")
  if (!wellFormed || amountVnd === null || !expires || !txnRef || !orderInfo || !returnUrl || !URL.canParse(returnUrl)) {
    return { ok: false, code: "03", message: "Dữ liệu gửi sang không đúng định dạng" }
  }
  if (expires <= now) return { ok: false, code: "15", message: "Giao dịch đã quá thời gian chờ thanh toán" }
  return { ok: true, order: { amountVnd, orderInfo, txnRef, returnUrl, params } }
}

/** What a buyer can do on the page, and the (vnp_ResponseCode, vnp_TransactionStatus) it ends in. */
export const GATEWAY_OUTCOMES = {
  success: { responseCode: "00", transactionStatus: "00" },
  insufficient: { responseCode: "51", transactionStatus: "02" },
  cancel: { responseCode: "24", transactionStatus: "02" },
  timeout: { responseCode: "11", transactionStatus: "02" },
  suspected: { responseCode: "07", transactionStatus: "07" },
} as const

export type GatewayOutcome = keyof typeof GATEWAY_OUTCOMES

/** The signed query VNPay sends to the IPN address and gives the browser for the return address: the same for both. */
export function resultQuery(order: PayOrder, outcome: GatewayOutcome, terminal: Terminal, now: Date): string {
  const { responseCode, transactionStatus } = GATEWAY_OUTCOMES[outcome]
  const debited = outcome === "success" || outcome === "suspected"
  const transactionNo = debited ? String(randomInt(10_000_000, 100_000_000)) : "0"
  return signedVnpayQuery(
    {
      vnp_TmnCode: terminal.tmnCode,
      vnp_Amount: order.params.vnp_Amount ?? "",
      vnp_BankCode: debited ? "NCB" : "VNPAY",
      vnp_BankTranNo: debited ? `VNP${transactionNo}` : "",
      vnp_CardType: debited ? "ATM" : "QRCODE",
      vnp_OrderInfo: order.orderInfo,
      vnp_PayDate: toVnpayDate(now),
      vnp_ResponseCode: responseCode,
      vnp_TransactionNo: transactionNo,
      vnp_TransactionStatus: transactionStatus,
      vnp_TxnRef: order.txnRef,
    },
    terminal.hashSecret,
  )
}

export function withQuery(url: string, query: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${query}`
}
