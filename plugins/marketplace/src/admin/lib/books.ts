/** Words of the books, as the operator reads them. */
export const ACCOUNT_NAMES: Record<string, string> = {
  "psp_clearing:vnpay": "VNPay đang giữ",
  "psp_clearing:bank": "Ngân hàng đang xử lý",
  bank: "Tiền trong ngân hàng",
  seller_payable: "Phải trả người bán",
  seller_receivable: "Người bán còn nợ chợ",
  commission_revenue: "Phí dịch vụ đã thu",
  "tax_withheld:vat": "Thuế GTGT khấu trừ",
  "tax_withheld:pit": "Thuế TNCN khấu trừ",
  psp_fee: "Phí cổng và ngân hàng",
  buyer_refundable: "Phải hoàn người mua",
  unmatched_receipts: "Tiền chưa rõ",
  payout_in_transit: "Tiền đang chuyển đi",
  buyer_receivable: "Người mua phải trả lại",
  house_loss: "Chợ chịu lỗ",
  refund_expense: "Tiền hoàn chợ chịu",
  other_collections: "Thu hộ ngoài gian hàng",
}

export const KIND_NAMES: Record<string, string> = {
  sale: "Bán, sàn thu hộ",
  direct_sale: "Bán, chuyển khoản thẳng",
  refund: "Hoàn tiền",
  direct_refund: "Hoàn phí bán thẳng",
  refund_executed: "Đã trả người mua",
  unmatched_receipt: "Tiền chưa rõ",
  gateway_settlement: "VNPay quyết toán",
  payout: "Chi trả",
  payout_paid: "Đã chi trả",
  payout_failed: "Chi trả hỏng",
  payout_reversed: "Chi trả bị trả lại",
  api_fee: "Phí qua /v1",
  bank_fee: "Phí chuyển tiền",
  adjustment: "Điều chỉnh",
  destination_charge: "Thu hộ qua /v1",
  platform_charge: "Thu qua /v1, ngoài gian hàng",
  charge_refund: "Hoàn tiền qua /v1",
  charge_refund_failed: "Hoàn tiền qua /v1 không thành",
}

export function dayWords(day: string): string {
  return day.split("-").reverse().join("/")
}

/** YYYY-MM-DD of a day written 22/11/2026 (or 22-11-2026, 22.11.2026); null when it is none. */
export function dayOf(text: string): string | null {
  const [, day, month, year] = text.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/) ?? []
  if (!day || !month || !year) return null
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${written}T00:00:00Z`)
  // 31/02 would turn into a day of March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? null : written
}

/** Why what was typed is no day that may be chosen; null when it is one. `min` and `max` are YYYY-MM-DD, both allowed. */
export function dayProblem(text: string, { min, max }: { min?: string; max?: string } = {}): string | null {
  const day = dayOf(text)
  if (!day) return text.trim() === "" ? "Nhập ngày, ví dụ 22/11/2026." : "Không có ngày này. Viết ngày/tháng/năm, ví dụ 22/11/2026."
  if (min && day < min) return `Chọn từ ngày ${dayWords(min)} trở đi.`
  if (max && day > max) return `Chọn đến hết ngày ${dayWords(max)}.`
  return null
}

/** Today's civil date in Viet Nam, for date fields. */
export function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())
}
