import type { SellerActivityKind, TaxRuleFacts } from "./withholding-tax"

type Seed = TaxRuleFacts & { note: string }

/** The seller withheld from: co-operatives, their groups and enterprises file for themselves. */
const WITHHELD_KINDS = ["household_business", "individual"]

const LAW = "Nghị định 252/2026/NĐ-CP điều 43–45; Luật thuế GTGT 48/2024/QH15 điều 12.2.b; Nghị định 253/2026/NĐ-CP phụ lục (TNCN)"

const UNSURE =
  "Chưa đối chiếu toàn văn Nghị định 252/2026: tỷ lệ lấy theo Luật thuế GTGT và phụ lục Nghị định 253/2026. Có khấu trừ hay không do tư vấn pháp lý của đơn vị vận hành quyết định; trong lúc chờ chỉ tính và ghi lại."

/** VAT and PIT on revenue in hundredths of a percent, by what the seller does. */
const RATES: Record<SellerActivityKind, [number, number]> = {
  goods: [100, 50],
  services: [500, 200],
  production_transport: [300, 150],
  other: [200, 100],
  // Unprocessed produce of the seller's own: outside VAT (VAT Law 48/2024/QH15, art. 5.1), PIT-exempt for farm households.
  own_unprocessed_produce: [0, 0],
}

/**
 * What the house starts with, from 01/07/2026 (Decree 252/2026 replaced 117/2025): worked out and written down, withheld
 * from nobody, because the decree's full text was not at hand and the mode is for the operator's counsel to decide.
 * Money that goes to a seller's own account is left out: whether it counts as "collected on behalf" is open.
 */
export const TAX_RULES_2026: Seed[] = (Object.keys(RATES) as SellerActivityKind[]).map((activity) => ({
  id: `taxr_2026_${activity}`,
  sellerKinds: WITHHELD_KINDS,
  rails: ["vnpay"],
  activity,
  vatBps: RATES[activity][0],
  pitBps: RATES[activity][1],
  mode: "REPORT_ONLY",
  base: "goods_and_shipping",
  legalBasis: LAW,
  note: UNSURE,
  validFrom: "2026-07-01",
  validTo: null,
}))
