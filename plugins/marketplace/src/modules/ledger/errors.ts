import { ApiError, type Sentence } from "@cho-phien/administrative-units"

const refusal = (type: "not_found" | "conflict" | "invalid_data", code: string, message: Sentence, fields?: Record<string, Sentence>) => new ApiError({ type, code: `ledger.${code}`, message, fields })

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
  endBeforeStart: (field: string) =>
    refusal("invalid_data", "end_before_start", { vi: "Ngày kết thúc phải sau ngày bắt đầu.", en: "The end must not be before the start." }, { [field]: { vi: "Sớm hơn ngày bắt đầu.", en: "Earlier than the start." } }),
  orderNotFound: () => refusal("not_found", "order_not_found", { vi: "Không tìm thấy đơn hàng này.", en: "There is no such order." }),
  sameReference: () => refusal("conflict", "same_reference", { vi: "Mã tham chiếu này đã được ghi sổ với số tiền khác.", en: "This reference is in the books already, with other amounts." }),
}

/** A refund beyond what is left of the sale: a fault of the caller, never of a person's input. */
export class RefundTooLarge extends Error {}
