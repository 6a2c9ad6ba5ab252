import type { CivilDate } from "@cho-phien/administrative-units"
import { latestRecognition, recognitionStatus } from "../recognition-status"
import type { KnownProduct, KnownRecognition } from "./judge-rows"

export type ExportProfile = "register" | "ptnt"
export type ExportTable = { header: string[]; rows: (string | number | null)[][] }
export type ExportProduct = Omit<KnownProduct, "recognitions"> & { recognitions: (KnownRecognition & { prolonged_until?: CivilDate | null })[] }

const KIND_WORDS = { cooperative: "HTX", cooperative_group: "THT", enterprise: "Doanh nghiệp", household_business: "Hộ kinh doanh", individual: "Cá nhân" }
const STATUS_WORDS = { valid: "Còn hiệu lực", expiring: "Sắp hết hạn", prolonged: "Được kéo dài", expired: "Hết hiệu lực", revoked: "Đã thu hồi" }

/** Table PTNT_OCOP of the agriculture ministry's data dictionary, field by field. `DoanhThuNam` is not known to the register. */
const PTNT_FIELDS = ["MA_OCOP", "Ma_DonViHanhChinh", "Ma_ThoiGian", "Ma_SanPham", "TenSanPham", "XepHang", "ChuTheSXKD", "DoanhThuNam", "TrangThai"]

/**
 * The register as a table: one line per product with the recognition that speaks for it today.
 * @param names current names of units by code
 */
export function exportRegister(products: readonly ExportProduct[], profile: ExportProfile, names: ReadonlyMap<string, string>, headings: readonly string[], today: CivilDate): ExportTable {
  const entries = products.map((product) => ({ product, latest: latestRecognition(product.recognitions, today) }))
  if (profile === "ptnt") {
    return {
      header: PTNT_FIELDS,
      rows: entries.flatMap(({ product, latest }) =>
        latest === null
          ? []
          : [[product.id, product.commune_code ?? product.province_code, Number(latest.issued_on.slice(0, 4)), product.code, product.name, `${latest.star}*`, product.producer_name, null, STATUS_WORDS[recognitionStatus(latest, today)]]],
      ),
    }
  }
  return {
    header: [...headings, "Trạng thái", "Mã kiểm tra", "Dữ liệu minh hoạ"],
    rows: entries.map(({ product, latest }) => [
      product.id,
      product.code,
      product.name,
      product.producer_name,
      product.producer_kind && KIND_WORDS[product.producer_kind],
      product.commune_code,
      (product.commune_code && names.get(product.commune_code)) ?? null,
      null,
      names.get(product.province_code) ?? null,
      product.product_set_no,
      latest?.star ?? null,
      latest?.decision_no ?? null,
      latest && readable(latest.issued_on),
      latest?.issued_by ?? null,
      latest && readable(latest.expires_on),
      latest && STATUS_WORDS[recognitionStatus(latest, today)],
      latest?.certificate_code ?? null,
      product.illustrative || latest?.illustrative ? "Có" : null,
    ]),
  }
}

/** 2026-02-20 → 20/02/2026 */
function readable(date: CivilDate): string {
  return date.split("-").reverse().join("/")
}
