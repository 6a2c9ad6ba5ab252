import type { Sentence } from "@cho-phien/administrative-units"

export const QUALITY_KINDS = [
  "vietgap",
  "globalgap",
  "organic_vn",
  "organic_international",
  "haccp",
  "iso_22000",
  "fssc_22000",
  "food_safety_certificate",
  "food_safety_commitment",
  "self_declaration",
  "growing_area_code",
  "packing_house_code",
  "gtin",
  "traceability_code",
  "test_report",
] as const

export type QualityKind = (typeof QUALITY_KINDS)[number]

type KindFacts = {
  name: Sentence
  number: "required" | "optional"
  /** Who issued it must be named; a code has its own register, a declaration is the shop's own word. */
  issuer: "required" | "none"
  issued_on: "required" | "optional"
  expires_on: "required" | "optional" | "none"
  /** Carried as a mark on cards and titles once confirmed; the rest is told in the trust block alone. Smaller comes first. */
  mark_rank: number | null
}

const certificate = { number: "required", issuer: "required", issued_on: "required", expires_on: "required" } as const
const code = { number: "required", issuer: "none", issued_on: "optional", expires_on: "optional", mark_rank: null } as const

/** What there is to know of each kind (domain facts with their law in the README of this plugin). */
export const KIND_FACTS: Record<QualityKind, KindFacts> = {
  vietgap: { ...certificate, name: { vi: "VietGAP", en: "VietGAP" }, mark_rank: 4 },
  globalgap: { ...certificate, name: { vi: "GLOBALG.A.P.", en: "GLOBALG.A.P." }, mark_rank: 3 },
  organic_vn: { ...certificate, name: { vi: "Hữu cơ Việt Nam", en: "Vietnamese organic" }, mark_rank: 1 },
  organic_international: { ...certificate, name: { vi: "Hữu cơ quốc tế", en: "International organic" }, mark_rank: 2 },
  haccp: { ...certificate, name: { vi: "HACCP", en: "HACCP" }, mark_rank: 7 },
  iso_22000: { ...certificate, name: { vi: "ISO 22000", en: "ISO 22000" }, mark_rank: 6 },
  fssc_22000: { ...certificate, name: { vi: "FSSC 22000", en: "FSSC 22000" }, mark_rank: 5 },
  food_safety_certificate: {
    ...certificate,
    name: { vi: "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm", en: "Food-safety certificate of the premises" },
    mark_rank: null,
  },
  food_safety_commitment: {
    name: { vi: "Bản cam kết sản xuất thực phẩm an toàn", en: "Signed commitment to food safety" },
    number: "optional",
    issuer: "none",
    issued_on: "required",
    expires_on: "optional",
    mark_rank: null,
  },
  self_declaration: {
    name: { vi: "Bản tự công bố sản phẩm", en: "Self-declaration of the product" },
    number: "required",
    issuer: "none",
    issued_on: "required",
    expires_on: "none",
    mark_rank: null,
  },
  growing_area_code: { ...code, name: { vi: "Mã số vùng trồng", en: "Growing-area code" } },
  packing_house_code: { ...code, name: { vi: "Mã số cơ sở đóng gói", en: "Packing-house code" } },
  gtin: { ...code, name: { vi: "Mã vạch GTIN", en: "GTIN barcode" } },
  traceability_code: { ...code, name: { vi: "Mã truy xuất nguồn gốc", en: "Traceability code" } },
  test_report: {
    name: { vi: "Phiếu kiểm nghiệm", en: "Laboratory test report" },
    number: "required",
    issuer: "required",
    issued_on: "required",
    expires_on: "none",
    mark_rank: null,
  },
}

export function isQualityKind(text: string): text is QualityKind {
  return (QUALITY_KINDS as readonly string[]).includes(text)
}
