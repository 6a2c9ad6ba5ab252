import { fromVnpayAmount } from "../rules/vnpay-pay-url"
import { fromVnpayDate } from "../rules/vietnam-time"
import { vnpayOutcome, type VnpayOutcome } from "../rules/vnpay-outcome"
import type { VnpayParams } from "../rules/vnpay-signature"
import { newId } from "./new-id"
import { moneyColumns, type Row } from "./sql"

/** What a verified word of VNPay says. Times in UTC, the amount in đồng; null where VNPay wrote no such number. */
export type VnpayNotice = {
  tmnCode: string
  txnRef: string
  transactionNo: string
  responseCode: string
  outcome: VnpayOutcome
  amountVnd: number | null
  bankCode: string
  orderInfo: string
  bookedAt: Date
  /**
   * VNPay's notices have no id of their own; these say whether it is the same fact told again. The amount is one of
   * them so that a notice with a wrong amount never stands in for the right one.
   */
  dedupeKey: string
}

export function readVnpayNotice(params: VnpayParams, now: Date): VnpayNotice {
  const value = (name: string) => params[name] ?? ""
  const tmnCode = value("vnp_TmnCode")
  const txnRef = value("vnp_TxnRef")
  const transactionNo = value("vnp_TransactionNo")
  const responseCode = value("vnp_ResponseCode")
  const transactionStatus = value("vnp_TransactionStatus")
  return {
    tmnCode,
    txnRef,
    transactionNo,
    responseCode,
    outcome: vnpayOutcome(responseCode, transactionStatus),
    amountVnd: fromVnpayAmount(value("vnp_Amount")),
    bankCode: value("vnp_BankCode"),
    orderInfo: value("vnp_OrderInfo"),
    bookedAt: fromVnpayDate(value("vnp_PayDate")) ?? now,
    dedupeKey: [tmnCode, txnRef, transactionNo, responseCode, transactionStatus, value("vnp_Amount")].join("|"),
  }
}

/** The money a notice tells of, as a row of `bank_transaction`. */
export function vnpayMoneyRow(notice: VnpayNotice, state: "matched" | "unmatched", reason: string, intentId: string | null): Row {
  return {
    id: newId("btx"),
    provider: "vnpay",
    provider_transaction_id: `${notice.txnRef}:${notice.transactionNo}`,
    bank_name: notice.bankCode || "VNPAY",
    account_number: notice.tmnCode,
    direction: "in",
    ...moneyColumns("amount_vnd", notice.amountVnd ?? 0),
    ...moneyColumns("surplus_vnd", state === "matched" && reason !== "exact" ? (notice.amountVnd ?? 0) : 0),
    memo: notice.orderInfo,
    booked_at: notice.bookedAt,
    intent_id: intentId,
    state,
    reason,
  }
}
