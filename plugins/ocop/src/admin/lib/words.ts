export type Status = "valid" | "expiring" | "prolonged" | "expired" | "revoked"

export const STATUSES: Record<Status, { words: string; color: "green" | "orange" | "red" | "grey" }> = {
  valid: { words: "Còn hiệu lực", color: "green" },
  expiring: { words: "Sắp hết hạn", color: "orange" },
  prolonged: { words: "Được kéo dài", color: "orange" },
  expired: { words: "Hết hiệu lực", color: "grey" },
  revoked: { words: "Đã thu hồi", color: "red" },
}

/** Points a to e of Article 8.1 of Decision 26/2026/QĐ-TTg. */
export const GROUNDS: Record<string, string> = {
  forged_dossier: "a) Hồ sơ không trung thực hoặc giả mạo",
  criteria_not_met: "b) Không còn đáp ứng tiêu chí OCOP",
  law_violated: "c) Vi phạm pháp luật về chất lượng, an toàn, môi trường, nhãn",
  mark_misused: "d) Dùng nhãn hiệu OCOP không đúng quy định",
  production_stopped: "đ) Không còn sản xuất sản phẩm",
  other: "e) Trường hợp khác theo kết luận của cơ quan nhà nước",
}

export const ACTS: Record<string, string> = {
  recognise: "Ghi quyết định công nhận",
  revoke: "Thu hồi giấy chứng nhận",
  prolong: "Kéo dài hiệu lực",
  link: "Gắn hàng đang bán",
  unlink: "Gỡ hàng đang bán",
  name_owner: "Xác nhận gian hàng của chủ thể",
  end_owner: "Thôi xác nhận gian hàng",
  add_external: "Thêm địa chỉ bán",
  check_external: "Xem địa chỉ bán",
  remove_external: "Xoá địa chỉ bán",
  undo: "Hoàn lại",
  list: "Nhập danh sách công nhận",
}

const WARNINGS: Record<string, (days: string) => string> = {
  recogniser_unknown: () => "Chưa rõ cấp nào có thẩm quyền vào ngày đó; hãy đối chiếu quyết định.",
  district_is_gone: () => "Khi đó do cấp huyện công nhận.",
  late_by_days: (days) => `Quá thời hạn 15 ngày: ${days} ngày.`,
}

export function warningWords(code: string): string {
  const [name = "", days = ""] = code.split(":")
  return WARNINGS[name]?.(days) ?? code
}

/** 2026-11-22 → 22/11/2026 */
export const dayWords = (day: string): string => day.slice(0, 10).split("-").reverse().join("/")
