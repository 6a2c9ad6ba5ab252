import type { CivilDate } from "@cho-phien/administrative-units"
import type { ProvedCriterion } from "@cho-phien/ocop"
import type { ListingSales, Period } from "../modules/order-group/rules/listing-sales"

/** All that a statement of evidence says. It holds nothing of any buyer but the province of the parcel. */
export type Evidence = {
  /** ISO, UTC */
  issued_at: string
  period: Period
  product: { title: string; url: string; first_published_on: CivilDate | null; unit: string; on_sale: boolean }
  shop: { name: string; kind: string; place: string; url: string }
  certificate: { code: string; url: string; product_name: string; stars: number | null; decision_no: string | null; expires_on: CivilDate; status: string } | null
  /** codes of the shop's confirmed papers on the product, in force today */
  codes: { kind: CodeKind; number: string }[]
  /** with the names of the provinces in place of their codes */
  sales: Omit<ListingSales, "provinces"> & { provinces: string[] }
  criteria: { set_no: number; set_name: string; legal_basis: string; proved: ProvedCriterion[] } | null
  /** where anybody can check this statement, its signature inside */
  check_url: string
  key_id: string
  house: { name: string; url: string }
  illustrative: boolean
}

export const CODE_WORDS = {
  traceability_code: "Mã truy xuất nguồn gốc",
  gtin: "Mã số mã vạch (GTIN)",
  growing_area_code: "Mã số vùng trồng",
  packing_house_code: "Mã số cơ sở đóng gói",
} as const
export type CodeKind = keyof typeof CODE_WORDS

export const PROOF_WORDS: Record<ProvedCriterion["proof"], string> = {
  sales_channel: "Đường dẫn gian hàng và trang sản phẩm; số liệu tiêu thụ qua sàn thương mại điện tử (mục 1, 2)",
  traceability: "Mã và địa chỉ truy xuất trên trang sản phẩm, trang xác thực (mục 1)",
  managed_by_software: "Đơn hàng, tồn kho và thanh toán được quản lý trên sàn (mục 2)",
  promotion: "Trang sản phẩm và trang gian hàng công khai trên mạng (mục 1)",
}

const KIND_WORDS: Record<string, string> = {
  cooperative: "Hợp tác xã",
  cooperative_group: "Tổ hợp tác",
  household_business: "Hộ kinh doanh",
  enterprise: "Doanh nghiệp",
  individual: "Cá nhân",
}

export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? ""

const STATUS_WORDS: Record<string, string> = {
  valid: "còn hiệu lực",
  expiring: "còn hiệu lực, sắp hết hạn",
  prolonged: "được kéo dài hiệu lực",
  expired: "đã hết hạn",
  revoked: "đã bị thu hồi",
}

export function certificateWords({ stars, status, decision_no, expires_on }: NonNullable<Evidence["certificate"]>): string {
  return [stars ? `OCOP ${stars} sao` : "OCOP", STATUS_WORDS[status], decision_no && `Quyết định số ${decision_no}`, `hạn đến ${dayWords(expires_on)}`].filter(Boolean).join(", ")
}

export function dayWords(day: CivilDate): string {
  return day.split("-").reverse().join("/")
}

/** "11/2026" */
export function monthWords(month: string): string {
  return month.split("-").reverse().join("/")
}

/** "1.250.000" */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ".")
}

/** "22/11/2026 14:05 (giờ Việt Nam)" */
export function momentWords(iso: string): string {
  // Viet Nam is UTC+7 all year round.
  const [day = "", time = ""] = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().split("T")
  return `${dayWords(day)} ${time.slice(0, 5)} (giờ Việt Nam)`
}

export function minimumWords(star: number | null): string {
  return star === null ? "" : `, là yêu cầu tối thiểu của hạng ${star} sao`
}

export const NOT_COUNTED = "Chỉ tính đơn đã thanh toán, không bị huỷ, không hoàn tiền; theo tháng thanh toán, giờ Việt Nam. Doanh thu là tiền hàng đã trừ giảm giá, không gồm phí giao hàng. Bản kê không chứa thông tin cá nhân của người mua."
export const NO_SALES = "Trong kỳ này chưa có đơn hàng nào được thanh toán."
export const ILLUSTRATIVE = "Dữ liệu minh hoạ: không phải số liệu thật."
export const SUPPORTS = "Bản kê là tài liệu minh chứng; mức đạt của từng tiêu chí do Hội đồng đánh giá quyết định."
