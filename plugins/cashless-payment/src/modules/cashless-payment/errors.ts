import { MedusaError } from "@medusajs/framework/utils"

const TYPE = MedusaError.Types

/** Every error this plugin raises on purpose, with the words a person reads. */
const CATALOGUE = {
  invalid_amount: { type: TYPE.INVALID_DATA, vi: "Số tiền phải là số nguyên dương, tính bằng đồng.", en: "The amount must be a positive whole number of đồng." },
  invalid_payee: { type: TYPE.INVALID_DATA, vi: "Tài khoản nhận tiền thiếu hoặc không hợp lệ.", en: "The receiving account is missing or not valid." },
  invalid_expiry: { type: TYPE.INVALID_DATA, vi: "Thời hạn thanh toán không hợp lệ.", en: "The payment deadline is not valid." },
  idempotency_mismatch: { type: TYPE.CONFLICT, vi: "Khoá chống trùng đã được dùng cho một khoản thanh toán khác.", en: "The idempotency key was already used for a different payment." },
  intent_not_found: { type: TYPE.NOT_FOUND, vi: "Không tìm thấy khoản thanh toán này.", en: "This payment does not exist." },
  intent_not_payable: { type: TYPE.NOT_ALLOWED, vi: "Khoản thanh toán này đã kết thúc hoặc đã hết hạn.", en: "This payment is finished or its time is over." },
  intent_not_cancelable: { type: TYPE.NOT_ALLOWED, vi: "Khoản thanh toán này đã nhận tiền nên không huỷ được.", en: "This payment has received money and cannot be canceled." },
  wrong_rail: { type: TYPE.NOT_ALLOWED, vi: "Khoản thanh toán này không đi qua VNPay.", en: "This payment does not go through VNPay." },
  vnpay_not_configured: { type: TYPE.NOT_ALLOWED, vi: "Sàn chưa mở thanh toán qua VNPay.", en: "VNPay is not set up on this marketplace." },
  vnpay_qr_not_offered: { type: TYPE.CONFLICT, vi: "Sàn chưa có mã VNPAY-QR trên trang này. Hãy trả tại trang của VNPay.", en: "There is no VNPAY-QR on this page. Please pay on VNPay's page." },
  vnpay_qr_failed: { type: TYPE.CONFLICT, vi: "VNPay chưa tạo được mã QR. Hãy thử lại, hoặc trả tại trang của VNPay.", en: "VNPay could not make a QR code. Try again, or pay on VNPay's page." },
  return_url_refused: { type: TYPE.INVALID_DATA, vi: "Địa chỉ quay về sau thanh toán không thuộc sàn này.", en: "The return address does not belong to this marketplace." },
  refund_too_large: { type: TYPE.NOT_ALLOWED, vi: "Số tiền hoàn vượt quá số tiền đã nhận.", en: "The refund is larger than what was received." },
  transaction_not_found: { type: TYPE.NOT_FOUND, vi: "Không tìm thấy giao dịch này, hoặc nó đã được xử lý.", en: "This transaction does not exist or is already settled." },
  unread_row_not_found: { type: TYPE.NOT_FOUND, vi: "Không có dòng này, hoặc nó đã được xem hay đã đọc được.", en: "There is no such row, or it has been dealt with or read." },
  event_not_found: { type: TYPE.NOT_FOUND, vi: "Không tìm thấy sự kiện này.", en: "This event does not exist." },
  webhook_endpoint_not_found: { type: TYPE.NOT_FOUND, vi: "Không tìm thấy địa chỉ nhận thông báo này.", en: "This webhook endpoint does not exist." },
  webhook_endpoint_of_settings: { type: TYPE.NOT_ALLOWED, vi: "Địa chỉ này đặt trong phần cài đặt của máy chủ (PAYMENT_WEBHOOK_URL), chỉ đổi được ở đó.", en: "This endpoint is set by the server's settings (PAYMENT_WEBHOOK_URL) and can only be changed there." },
  webhook_secrets_closed: { type: TYPE.NOT_ALLOWED, vi: "Máy chủ chưa đặt PAYMENT_ENCRYPTION_KEY nên không giữ được khoá ký. Xin báo người vận hành chợ.", en: "The server has no PAYMENT_ENCRYPTION_KEY to seal a signing secret with. Please tell its operator." },
  webhook_not_sent: { type: TYPE.NOT_ALLOWED, vi: "Địa chỉ nhận đang tắt nên không gửi lại được.", en: "The endpoint is disabled, so nothing can be sent to it." },
  note_needed: { type: TYPE.INVALID_DATA, vi: "Ghi ít nhất 5 ký tự: khoản tiền này đã được xử lý thế nào?", en: "Write at least 5 characters: what was done with this money?" },
  unread_note_needed: { type: TYPE.INVALID_DATA, vi: "Ghi ít nhất 5 ký tự: dòng này là khoản gì, đã xử lý thế nào?", en: "Write at least 5 characters: what was this row, and what was done about it?" },
  wrong_rail_for_transfer: { type: TYPE.NOT_ALLOWED, vi: "Khoản thanh toán này không đi bằng chuyển khoản VietQR.", en: "This payment is not made by VietQR transfer." },
  amount_changed: { type: TYPE.CONFLICT, vi: "Số tiền không khớp với giao dịch. Tải lại trang rồi xem lại trước khi gán.", en: "The amount is not that of the transaction. Reload the page and look again before assigning." },
  lies_with_needed: { type: TYPE.INVALID_DATA, vi: "Tiền này vào tài khoản khác tài khoản của đơn. Chọn: tiền nằm ở tài khoản của chợ, hay của gian hàng?", en: "This money came to another account than the payment's. Say where it lies: on the marketplace's account, or on the shop's?" },
  not_with_house: { type: TYPE.CONFLICT, vi: "Không ghi được là tiền nằm ở chợ: tài khoản này là của một gian hàng, hoặc chỉ kết nối riêng của gian hàng báo. Hãy chuyển trả người gửi, hoặc ghi bằng bút toán điều chỉnh.", en: "It can't be said to lie with the marketplace: a shop has this account, or only a shop's own connection told of it. Send it back, or book a correction." },
  hand_transfer_not_found: { type: TYPE.NOT_FOUND, vi: "Không có khoản cần chuyển trả này, hoặc nó đã xong.", en: "There is no such transfer to make, or it is finished." },
  not_called_off: { type: TYPE.CONFLICT, vi: "Khoản này chưa bị thôi chuyển, hoặc do bên gọi API hoàn nên bên đó phải hoàn lại.", en: "This money was not called off, or a caller of the API asked for it and has to ask anew." },
  transfer_account_changed: { type: TYPE.CONFLICT, vi: "Người mua vừa đổi tài khoản nhận tiền. Xem lại tài khoản mới rồi hãy chuyển; nếu đã chuyển vào tài khoản cũ, đánh dấu ô bên dưới.", en: "The buyer has just changed the account. Look at the new one before you send; if you have sent to the old one, tick the box below." },
  transfer_account_unknown: { type: TYPE.CONFLICT, vi: "Chưa biết tài khoản của người mua nên chưa thể ghi là đã chuyển.", en: "The buyer's account is not known yet, so nothing can have been sent." },
  transfer_already_sent: { type: TYPE.CONFLICT, vi: "Khoản này đã được ghi là đã chuyển.", en: "This money was already said to have been sent." },
  take_over_unchecked: { type: TYPE.INVALID_DATA, vi: "Chỉ gian hàng nói là đã nhận tiền này, ngân hàng của chợ chưa xác nhận. Ghi chợ đã kiểm lại thế nào, ít nhất 10 ký tự.", en: "Only the shop said that this payment came; no bank of the marketplace told of it. Write how it was checked, at least 10 characters." },
  sent_from_needed: { type: TYPE.INVALID_DATA, vi: "Khoản này chợ đã nhận trả thay. Chọn: chợ đã chuyển, hay gian hàng đã tự chuyển?", en: "This refund was taken over. Say who has sent it: the marketplace, or the shop after all?" },
  transfer_not_sent: { type: TYPE.CONFLICT, vi: "Khoản này chưa được ghi là đã chuyển, hoặc đã xong.", en: "This money was not said to have been sent yet, or it is finished." },
  bank_reference_needed: { type: TYPE.INVALID_DATA, vi: "Ghi mã giao dịch của ngân hàng (4 đến 60 ký tự) để sau này đối chiếu.", en: "Enter the bank's reference (4 to 60 characters), for looking it up later." },
  not_suspected: { type: TYPE.CONFLICT, vi: "Khoản này không còn chờ: VNPay đã trả lời, hoặc đã thôi chờ. Tải lại trang.", en: "This payment is no longer waited for: VNPay has decided, or it was given up. Reload the page." },
  suspicion_note_needed: { type: TYPE.INVALID_DATA, vi: "Ghi lý do, ít nhất 5 ký tự.", en: "Give the reason, at least 5 characters." },
  hold_hours_invalid: { type: TYPE.INVALID_DATA, vi: "Số giờ phải là số nguyên từ 1 đến 720.", en: "The hours must be a whole number from 1 to 720." },
  connections_closed: { type: TYPE.NOT_ALLOWED, vi: "Chợ chưa mở việc nối tài khoản ngân hàng riêng. Xin báo người vận hành chợ.", en: "Connecting own bank accounts is not open on this marketplace. Please tell its operator." },
  invalid_webhook_secret: { type: TYPE.INVALID_DATA, vi: "Khoá bí mật có từ 8 đến 200 ký tự, không có khoảng trắng hay dấu tiếng Việt. Xin chép lại nguyên khoá.", en: "A secret has 8 to 200 characters without blanks or accents. Please copy it again." },
  invalid_list_key: { type: TYPE.INVALID_DATA, vi: "Khoá xem danh sách giao dịch chưa đúng. Xin chép lại nguyên khoá, hoặc để trống.", en: "The key of the transaction list is not right. Please copy it again, or leave it empty." },
  money_not_there: { type: TYPE.CONFLICT, vi: "Khoản tiền đến muộn không còn ở bàn tiền chưa rõ, hoặc không đủ.", en: "The money that came too late is no longer at the desk, or does not cover this." },
  person_needed: { type: TYPE.FORBIDDEN, vi: "Việc về tiền phải do một người đang là điều hành viên đăng nhập và làm, không làm bằng khoá API.", en: "What concerns money is done by a person who is an operator and logged in, not with an API key." },
  invalid_data: { type: TYPE.INVALID_DATA, vi: "Dữ liệu gửi lên chưa đúng.", en: "The data sent is not valid." },
} as const

export type PaymentErrorReason = keyof typeof CATALOGUE

/** `code` is `cashless-payment.<reason>`; Medusa's error handler turns it into {type, code, message}. */
export class PaymentError extends MedusaError {
  readonly messages: { vi: string; en: string }
  /** The same under the name by which other plugins' routes answer in the reader's language. */
  readonly sentence: { vi: string; en: string }

  constructor(readonly reason: PaymentErrorReason) {
    const { type, vi, en } = CATALOGUE[reason]
    super(type, vi, `cashless-payment.${reason}`)
    this.messages = { vi, en }
    this.sentence = this.messages
  }
}
