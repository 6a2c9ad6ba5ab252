import { randomInt } from "node:crypto"
import { fromVnpayDate, toVnpayDate } from "../modules/cashless-payment/rules/vietnam-time"
import { fromVnpayAmount } from "../modules/cashless-payment/rules/vnpay-pay-url"
import { signedVnpayQuery, verifyVnpayQuery, type VnpayParams } from "../modules/cashless-payment/rules/vnpay-signature"

/** A merchant terminal that the simulated gateway knows. */
export type Terminal = { tmnCode: string; hashSecret: string }
/** The one of that code, if it knows it. */
export type FindTerminal = (tmnCode: string) => Terminal | null

export type PayOrder = { command: "pay" | "genqr"; amountVnd: number; orderInfo: string; txnRef: string; returnUrl: string; params: VnpayParams }
export type OrderReading = { ok: true; order: PayOrder } | { ok: false; code: string; message: string }

/** Reads a pay or genqr request as VNPay's gateway does, with the codes its error page shows. */
export function readPayRequest(rawQuery: string, findTerminal: FindTerminal, now: Date): OrderReading {
  const tmnCode = new URLSearchParams(rawQuery).get("vnp_TmnCode")
  const terminal = tmnCode === null ? null : findTerminal(tmnCode)
  if (tmnCode !== null && !terminal) return { ok: false, code: "02", message: "Merchant không hợp lệ" }
  const verified = verifyVnpayQuery(rawQuery, terminal?.hashSecret ?? [])
  if (!verified.valid) return { ok: false, code: "70", message: "Sai chữ ký" }
  const { params } = verified
  const amountVnd = fromVnpayAmount(params.vnp_Amount ?? "")
  const expires = fromVnpayDate(params.vnp_ExpireDate ?? "")
  const { vnp_TxnRef: txnRef, vnp_ReturnUrl: returnUrl, vnp_OrderInfo: orderInfo, vnp_Command: command } = params
  const wellFormed = params.vnp_Version === "2.1.0" && params.vnp_CurrCode === "VND" && fromVnpayDate(params.vnp_CreateDate ?? "")
  if (!wellFormed || (command !== "pay" && command !== "genqr") || amountVnd === null || !expires || !txnRef || !orderInfo || !returnUrl || !URL.canParse(returnUrl)) {
    return { ok: false, code: "03", message: "Dữ liệu gửi sang không đúng định dạng" }
  }
  if (expires <= now) return { ok: false, code: "15", message: "Giao dịch đã quá thời gian chờ thanh toán" }
  return { ok: true, order: { command, amountVnd, orderInfo, txnRef, returnUrl, params } }
}

/** What can become of a payment, and the (vnp_ResponseCode, vnp_TransactionStatus) it ends in. */
export const GATEWAY_OUTCOMES = {
  success: { responseCode: "00", transactionStatus: "00" },
  insufficient: { responseCode: "51", transactionStatus: "02" },
  wrong_otp: { responseCode: "13", transactionStatus: "02" },
  cancel: { responseCode: "24", transactionStatus: "02" },
  timeout: { responseCode: "11", transactionStatus: "02" },
  maintenance: { responseCode: "75", transactionStatus: "02" },
  suspected: { responseCode: "07", transactionStatus: "07" },
  /** Debited at the bank, not yet successful at VNPay. */
  unclear: { responseCode: "99", transactionStatus: "04" },
  denied: { responseCode: "99", transactionStatus: "02" },
} as const

export type GatewayOutcome = keyof typeof GATEWAY_OUTCOMES
export const GATEWAY_OUTCOME_NAMES = Object.keys(GATEWAY_OUTCOMES) as [GatewayOutcome, ...GatewayOutcome[]]

export type GatewayResult = { response_code: string; transaction_status: string; transaction_no: string; bank_code: string; pay_date: string }

const DEBITED: readonly GatewayOutcome[] = ["success", "suspected", "unclear"]
const BANK_BEHIND: Record<string, string> = { VNPAYQR: "VNPAYQR", VNBANK: "NCB", INTCARD: "VISA" }

/** `transactionNo`: a payment that already has a number (a suspected one, decided later) keeps it. */
export function decide(outcome: GatewayOutcome, chosenBank: string, transactionNo: string | null, now: Date): GatewayResult {
  const { responseCode, transactionStatus } = GATEWAY_OUTCOMES[outcome]
  const debited = DEBITED.includes(outcome)
  return {
    response_code: responseCode,
    transaction_status: transactionStatus,
    transaction_no: transactionNo ?? (debited ? String(randomInt(10_000_000, 100_000_000)) : "0"),
    bank_code: debited ? (BANK_BEHIND[chosenBank] ?? (chosenBank || "NCB")) : "VNPAY",
    pay_date: toVnpayDate(now),
  }
}

/** The signed query VNPay sends to the IPN address and gives the browser for the return address: the same for both. */
export function resultQuery(payment: { amount: string; order_info: string; txn_ref: string }, result: GatewayResult, terminal: Terminal): string {
  const debited = result.transaction_no !== "0"
  return signedVnpayQuery(
    {
      vnp_TmnCode: terminal.tmnCode,
      vnp_Amount: payment.amount,
      vnp_BankCode: result.bank_code,
      vnp_BankTranNo: debited ? `VNP${result.transaction_no}` : "",
      vnp_CardType: result.bank_code === "VNPAYQR" ? "QRCODE" : "ATM",
      vnp_OrderInfo: payment.order_info,
      vnp_PayDate: result.pay_date,
      vnp_ResponseCode: result.response_code,
      vnp_TransactionNo: result.transaction_no,
      vnp_TransactionStatus: result.transaction_status,
      vnp_TxnRef: payment.txn_ref,
    },
    terminal.hashSecret,
  )
}

export function withQuery(url: string, query: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${query}`
}
