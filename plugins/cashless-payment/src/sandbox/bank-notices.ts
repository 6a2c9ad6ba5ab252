import type { Aggregator } from "../modules/cashless-payment/operations/bank-transfer"
import { bankName, SANDBOX_BANK } from "../modules/cashless-payment/rules/banks"
import { canonicalCassoBody, cassoSignature } from "../modules/cashless-payment/rules/casso-signature"
import { payosSignature } from "../modules/cashless-payment/rules/payos-signature"
import { sepaySignature } from "../modules/cashless-payment/rules/sepay-signature"
import { toBankDate } from "../modules/cashless-payment/rules/vietnam-time"

/** What aggregators call a bank: its short name. */
export const shortNameOf = (bin: string): string => (bin === SANDBOX_BANK.bin ? SANDBOX_BANK.shortName : bankName(bin))

/** A transfer as the simulated bank has booked it. */
export type BookedTransfer = {
  noticeId: number
  direction: "in" | "out"
  /** The account that is watched, and the one at the other end. */
  bankBin: string
  accountNumber: string
  payerBankBin: string
  payerAccountNumber: string
  payerName: string
  amountVnd: number
  /** As on the statement. */
  memo: string
  referenceCode: string
  bookedAt: Date
}

export type SignedNotice = { body: string; headers: Record<string, string> }
/** `secret` signs, at `at`; payOS signs no time. */
type Writer = (transfer: BookedTransfer, secret: string, at: Date) => SignedNotice

/** Each aggregator's webhook for a transfer, signed as it would be. */
export const NOTICE_WRITERS: Record<Aggregator, Writer> = {
  sepay(transfer, secret, at) {
    const body = JSON.stringify({
      id: transfer.noticeId,
      gateway: shortNameOf(transfer.bankBin),
      transactionDate: toBankDate(transfer.bookedAt),
      accountNumber: transfer.accountNumber,
      subAccount: null,
      code: null,
      content: transfer.memo,
      transferType: transfer.direction,
      transferAmount: transfer.amountVnd,
      accumulated: 0,
      referenceCode: transfer.referenceCode,
      description: "",
    })
    const seconds = String(Math.floor(at.getTime() / 1000))
    return { body, headers: { "x-sepay-timestamp": seconds, "x-sepay-signature": sepaySignature(seconds, body, secret) } }
  },
  payos(transfer, secret) {
    const data = {
      orderCode: transfer.noticeId,
      amount: transfer.amountVnd,
      description: transfer.memo,
      accountNumber: transfer.accountNumber,
      reference: transfer.referenceCode,
      transactionDateTime: toBankDate(transfer.bookedAt),
      currency: "VND",
      paymentLinkId: `sandbox${transfer.noticeId}`,
      code: "00",
      desc: "Thành công",
      counterAccountBankId: transfer.payerBankBin,
      counterAccountBankName: shortNameOf(transfer.payerBankBin),
      counterAccountName: transfer.payerName,
      counterAccountNumber: transfer.payerAccountNumber,
      virtualAccountName: "",
      virtualAccountNumber: "",
    }
    return { body: JSON.stringify({ code: "00", desc: "success", success: true, data, signature: payosSignature(data, secret) }), headers: {} }
  },
  casso(transfer, secret, at) {
    const body = {
      error: 0,
      data: {
        id: transfer.noticeId,
        reference: transfer.referenceCode,
        description: transfer.memo,
        amount: transfer.direction === "out" ? -transfer.amountVnd : transfer.amountVnd,
        runningBalance: 0,
        transactionDateTime: toBankDate(transfer.bookedAt),
        accountNumber: transfer.accountNumber,
        bankName: bankName(transfer.bankBin),
        bankAbbreviation: shortNameOf(transfer.bankBin),
        virtualAccountNumber: "",
        virtualAccountName: "",
        counterAccountName: transfer.payerName,
        counterAccountNumber: transfer.payerAccountNumber,
        counterAccountBankId: transfer.payerBankBin,
        counterAccountBankName: shortNameOf(transfer.payerBankBin),
      },
    }
    const milliseconds = String(at.getTime())
    return { body: JSON.stringify(body), headers: { "x-casso-signature": `t=${milliseconds},v1=${cassoSignature(milliseconds, canonicalCassoBody(body), secret)}` } }
  },
}
