import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import type { ByHandOutcome } from "@cho-phien/cashless-payment"

type Refused = Exclude<ByHandOutcome, { kind: "recorded" }>

const words: Record<Exclude<Refused["kind"], "under" | "over">, Sentence> = {
  wrong_rail: { vi: "Đơn này không trả thẳng vào tài khoản của gian hàng.", en: "This order is not paid straight into the shop's account." },
  bank_tells: { vi: "Tài khoản này đã nối với chợ: ngân hàng tự báo tiền về. Nếu tiền đã vào mà đơn chưa đổi, xin báo người vận hành chợ.", en: "This account is connected: the bank itself tells of money. If money came and the order has not changed, please tell the marketplace." },
  closed: { vi: "Đơn này đã huỷ hoặc hết hạn, hàng đã trả về gian. Nếu tiền đã vào, xin chuyển trả người mua.", en: "This order is cancelled or expired and its goods are back in stock. If money came, please send it back to the buyer." },
  already_paid: { vi: "Ngân hàng đã báo đơn này trả đủ.", en: "The bank has told that this order is paid." },
  already_counted: { vi: "Mã giao dịch này đã được tính cho một đơn rồi. Xin xem lại mã trong ứng dụng ngân hàng.", en: "This bank reference has counted for an order already. Please look at the reference again." },
}

/** Why a seller's word for money was not taken, with what to do instead. */
export function moneyNotTaken(outcome: Refused): ApiError {
  if (outcome.kind !== "under" && outcome.kind !== "over") {
    return new ApiError({ type: "conflict", code: `seller_order.money_${outcome.kind}`, message: words[outcome.kind] })
  }
  const missing = { vi: `${outcome.missingVnd.toLocaleString("vi-VN")} ₫`, en: `${outcome.missingVnd.toLocaleString("en")} ₫` }
  const message: Sentence =
    outcome.kind === "under"
      ? { vi: `Đơn còn thiếu ${missing.vi}, bạn ghi ít hơn. Chưa ghi là đã trả: xin nhắn người mua chuyển cho đủ.`, en: `${missing.en} is missing and you entered less. Nothing is recorded: please ask the buyer for the rest.` }
      : { vi: `Đơn chỉ còn thiếu ${missing.vi}, bạn ghi nhiều hơn. Nếu người mua chuyển thừa, ghi đúng ${missing.vi} rồi trả lại phần thừa.`, en: `Only ${missing.en} is missing and you entered more. If the buyer sent too much, enter ${missing.en} and send the rest back.` }
  return new ApiError({ type: "conflict", code: `seller_order.money_${outcome.kind}`, message, fields: { amount_vnd: message }, details: { missing_vnd: outcome.missingVnd } })
}
