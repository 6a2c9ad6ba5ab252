/** Words of commission and tax rules, as the operator reads them. */
export const ACTIVITY_NAMES: Record<string, string> = {
  goods: "Bán hàng hoá",
  services: "Dịch vụ",
  production_transport: "Sản xuất, vận tải, dịch vụ gắn với hàng hoá",
  other: "Hoạt động khác",
  own_unprocessed_produce: "Nông sản tự làm, chưa chế biến",
}

export const TAX_MODE_NAMES: Record<string, string> = { WITHHOLD: "Khấu trừ", REPORT_ONLY: "Chỉ tính và ghi lại", OFF: "Không áp dụng" }

export const SELLER_KIND_NAMES = {
  cooperative: "Hợp tác xã",
  cooperative_group: "Tổ hợp tác",
  household_business: "Hộ kinh doanh",
  enterprise: "Doanh nghiệp",
  individual: "Cá nhân",
}
