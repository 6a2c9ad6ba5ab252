import { toVnpayDate } from "./vietnam-time"
import { signedVnpayQuery, type VnpayParams } from "./vnpay-signature"
import { foldForVnpay } from "./vnpay-text"

/** What a buyer may choose on our page: VNPAY-QR, a domestic card or account, an international card. */
export const VNPAY_BANK_CODES = ["VNPAYQR", "VNBANK", "INTCARD"] as const
export type VnpayBankCode = (typeof VNPAY_BANK_CODES)[number]

export type VnpayPayRequest = {
  /** `genqr` asks for a QR to show ourselves; the terminal must have it enabled. */
  command?: "pay" | "genqr"
  payUrl: string
  tmnCode: string
  hashSecret: string
  txnRef: string
  amountVnd: number
  orderInfo: string
  returnUrl: string
  ipAddress: string
  locale: "vn" | "en"
  createdAt: Date
  expiresAt: Date
  /** One of VNPAY_BANK_CODES or a bank's own code; without it the buyer chooses at VNPay. */
  bankCode?: string
}

/** The signed address of VNPay's `pay` command (2.1.0) that the buyer's browser is sent to, or of its `genqr`. */
export function vnpayPayUrl(request: VnpayPayRequest): string {
  const params: VnpayParams = {
    vnp_Version: "2.1.0",
    vnp_Command: request.command ?? "pay",
    vnp_TmnCode: request.tmnCode,
    vnp_Amount: toVnpayAmount(request.amountVnd),
    vnp_CurrCode: "VND",
    vnp_TxnRef: request.txnRef,
    vnp_OrderInfo: foldForVnpay(request.orderInfo) || request.txnRef,
    vnp_OrderType: "other",
    vnp_Locale: request.locale,
    vnp_ReturnUrl: request.returnUrl,
    vnp_IpAddr: request.ipAddress,
    vnp_CreateDate: toVnpayDate(request.createdAt),
    vnp_ExpireDate: toVnpayDate(request.expiresAt),
    vnp_BankCode: request.bankCode ?? "",
  }
  return `${request.payUrl}?${signedVnpayQuery(params, request.hashSecret)}`
}

/** VNPay counts hundredths of a đồng, the only place in the house where that is so. */
export function toVnpayAmount(amountVnd: number): string {
  return String(amountVnd * 100)
}

/** Integer đồng of a vnp_Amount; null when it is not a whole number of đồng. */
export function fromVnpayAmount(text: string): number | null {
  if (!/^\d{3,14}$/.test(text)) return null
  const hundredths = Number(text)
  return hundredths % 100 === 0 ? hundredths / 100 : null
}
