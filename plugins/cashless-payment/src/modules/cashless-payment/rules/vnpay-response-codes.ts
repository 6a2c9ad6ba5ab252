type Words = { vi: string; en: string }
export type VnpayReason = Words & { reason: string }

/**
 * vnp_ResponseCode of a payment, as VNPay's documentation of `pay` lists them: a name for programs (`last_error_code` of
 * an intent) and what a buyer is told to do about it. 00 is not a reason.
 */
export const VNPAY_RESPONSE_CODES: Readonly<Record<string, VnpayReason>> = {
  "07": { reason: "suspected_fraud", vi: "VNPay đã trừ tiền nhưng đang kiểm tra giao dịch này. Vui lòng chờ kết quả, đừng trả lại lần nữa.", en: "VNPay took the money and is checking this transaction. Please wait for the result; do not pay again." },
  "09": { reason: "internet_banking_not_registered", vi: "Thẻ hoặc tài khoản chưa đăng ký thanh toán trực tuyến tại ngân hàng.", en: "The card or account is not registered for online payment at its bank." },
  "10": { reason: "authentication_failed", vi: "Thông tin thẻ hoặc tài khoản bị nhập sai quá 3 lần.", en: "The card or account details were entered wrongly more than 3 times." },
  "11": { reason: "payment_window_expired", vi: "Đã hết thời gian thanh toán. Hãy thử lại.", en: "The time to pay is over. Please try again." },
  "12": { reason: "card_locked", vi: "Thẻ hoặc tài khoản đang bị khoá.", en: "The card or account is locked." },
  "13": { reason: "wrong_otp", vi: "Mã xác thực (OTP) chưa đúng. Hãy thử lại.", en: "The one-time code (OTP) was wrong. Please try again." },
  "24": { reason: "canceled_by_buyer", vi: "Bạn đã huỷ lần thanh toán này.", en: "You canceled this payment." },
  "51": { reason: "insufficient_funds", vi: "Tài khoản không đủ số dư.", en: "The account does not hold enough money." },
  "65": { reason: "daily_limit_exceeded", vi: "Tài khoản đã vượt hạn mức giao dịch trong ngày.", en: "The account is over its daily limit." },
  "75": { reason: "bank_in_maintenance", vi: "Ngân hàng đang bảo trì. Hãy thử lại sau hoặc chọn ngân hàng khác.", en: "The bank is in maintenance. Try later, or choose another bank." },
  "79": { reason: "wrong_password_too_often", vi: "Mật khẩu thanh toán bị nhập sai quá số lần quy định.", en: "The payment password was entered wrongly too often." },
  "99": { reason: "declined", vi: "Giao dịch không thành công. Hãy thử lại hoặc chọn cách trả khác.", en: "The payment did not succeed. Try again, or choose another way to pay." },
}

const OTHER: VnpayReason = VNPAY_RESPONSE_CODES["99"] as VnpayReason

/** What a code means; of one VNPay may add tomorrow, that the payment did not succeed. */
export function vnpayReason(responseCode: string): VnpayReason {
  return Object.hasOwn(VNPAY_RESPONSE_CODES, responseCode) ? (VNPAY_RESPONSE_CODES[responseCode] ?? OTHER) : OTHER
}

/** vnp_TransactionStatus: what became of the money, by VNPay's documentation of querydr. */
export const VNPAY_TRANSACTION_STATUSES: Readonly<Record<string, Words>> = {
  "00": { vi: "Giao dịch thành công", en: "Successful" },
  "01": { vi: "Giao dịch chưa hoàn tất", en: "Not finished" },
  "02": { vi: "Giao dịch bị lỗi", en: "Failed" },
  "04": { vi: "Giao dịch đảo: ngân hàng đã trừ tiền nhưng VNPay chưa ghi nhận thành công", en: "Reversed: debited at the bank, not successful at VNPay" },
  "05": { vi: "VNPay đang xử lý hoàn tiền", en: "VNPay is working on a refund" },
  "06": { vi: "VNPay đã gửi yêu cầu hoàn tiền sang ngân hàng", en: "VNPay has sent the refund to the bank" },
  "07": { vi: "Giao dịch bị nghi ngờ gian lận", en: "Suspected of fraud" },
  "09": { vi: "Yêu cầu hoàn tiền bị từ chối", en: "The refund was rejected" },
}
