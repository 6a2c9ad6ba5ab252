import { ApiError, type Sentence } from "@cho-phien/administrative-units"

const refusal = (type: "not_found" | "conflict" | "invalid_data" | "not_allowed", code: string, message: Sentence, fields?: Record<string, Sentence>) => new ApiError({ type, code: `ledger.${code}`, message, fields })

/** Every refusal of the books, with its words. */
export const ledgerErrors = {
  unbalanced: () =>
    refusal("invalid_data", "unbalanced", { vi: "Bút toán không cân: tổng nợ phải bằng tổng có.", en: "The entries do not balance: debits must equal credits." }, {
      entries: { vi: "Tổng các dòng phải bằng 0.", en: "The lines must sum to 0." },
    }),
  ruleNotFound: () => refusal("not_found", "rule_not_found", { vi: "Không tìm thấy quy tắc này.", en: "There is no such rule." }),
  ruleEnded: () => refusal("conflict", "rule_ended", { vi: "Quy tắc này đã có ngày kết thúc.", en: "This rule has an end already." }),
  inThePast: (field: string) =>
    refusal("invalid_data", "in_the_past", { vi: "Không sửa được ngày đã qua: đơn của những ngày đó đã tính xong.", en: "Days that are over cannot be changed: their orders have been charged." }, {
      [field]: { vi: "Chọn từ hôm nay trở đi.", en: "Choose today or later." },
    }),
  futureDay: () => refusal("invalid_data", "future_day", { vi: "Ngày này chưa đến.", en: "This day has not come yet." }, { day: { vi: "Chọn hôm nay hoặc trước đó.", en: "Choose today or earlier." } }),
  endBeforeStart: (field: string) =>
    refusal("invalid_data", "end_before_start", { vi: "Ngày kết thúc phải sau ngày bắt đầu.", en: "The end must not be before the start." }, { [field]: { vi: "Sớm hơn ngày bắt đầu.", en: "Earlier than the start." } }),
  unknownProvince: (code: string) =>
    refusal("invalid_data", "unknown_province", { vi: `Không có tỉnh, thành phố nào mang mã ${code}.`, en: `No province or city has the code ${code}.` }, {
      province_codes: { vi: `Không có tỉnh, thành phố nào mang mã ${code}.`, en: `No province or city has the code ${code}.` },
    }),
  orderNotFound: () => refusal("not_found", "order_not_found", { vi: "Không tìm thấy đơn hàng này.", en: "There is no such order." }),
  samePerson: () => refusal("not_allowed", "same_person", { vi: "Người đề nghị điều chỉnh không được tự duyệt. Cần một người khác.", en: "Whoever proposed an adjustment cannot approve it. Another person has to." }),
  adjustmentNotFound: () => refusal("not_found", "adjustment_not_found", { vi: "Không tìm thấy đề nghị điều chỉnh này.", en: "There is no such adjustment." }),
  adjustmentDecided: () => refusal("conflict", "adjustment_decided", { vi: "Đề nghị này đã được quyết định. Hãy tải lại trang.", en: "This adjustment has been decided. Please load the page again." }),
  sellerAccount: (field: string) =>
    refusal("invalid_data", "seller_account", { vi: "Tài khoản của người bán cần một gian hàng; tài khoản khác thì không có.", en: "A seller's account needs a shop; other accounts have none." }, {
      [field]: { vi: "Chọn gian hàng cho tài khoản phải trả hoặc còn nợ.", en: "Choose the shop for payable and receivable." },
    }),
  journalNotFound: () => refusal("not_found", "journal_not_found", { vi: "Không tìm thấy bút toán này.", en: "There is no such journal." }),
  notTakenOver: () => refusal("conflict", "not_taken_over", { vi: "Chỉ khoản hoàn tiền chợ trả thay gian hàng mới sửa được theo cách này.", en: "Only a refund the market sent in a shop's stead can be put right this way." }),
  alreadyReversed: () => refusal("conflict", "already_reversed", { vi: "Khoản này đã có đề nghị bỏ nợ. Xem ở mục Điều chỉnh.", en: "Taking this debt back has been proposed already. See the adjustments." }),
  reversalStale: () =>
    refusal("conflict", "reversal_stale", { vi: "Từ lúc đề nghị, số gian hàng còn nợ chợ đã đổi. Không ghi đề nghị này, rồi đề nghị lại.", en: "What the shop owes has changed since this was proposed. Refuse it and propose it again." }),
  sameReference: () => refusal("conflict", "same_reference", { vi: "Mã tham chiếu này đã được dùng rồi. Nếu đây là khoản khác, hãy đặt mã khác.", en: "This reference has been used already. If this is another one, give it a reference of its own." }),
}

/** A refund beyond what is left of the sale: a fault of the caller, never of a person's input. */
export class RefundTooLarge extends Error {}
