/**
 * The six socio-economic regions by province code, as the annex of Resolution 306/NQ-CP of 5/10/2025 has them
 * (https://thuviennhadat.vn/phap-ly-nha-dat/06-vung-kinh-te-sau-sap-nhap-theo-nghi-quyet-306-2025-ban-do-cac-vung-kinh-te-sau-sap-nhap-713038.html).
 * Only what parcels cost depends on them, so a later redrawing needs no history here.
 */
const REGIONS: Record<string, readonly string[]> = {
  northern_midlands_and_mountains: ["20", "04", "19", "08", "25", "15", "12", "11", "14"],
  red_river_delta: ["01", "31", "37", "33", "24", "22"],
  north_central_coast: ["38", "40", "42", "44", "46"],
  south_central_coast_and_highlands: ["48", "51", "52", "66", "56", "68"],
  south_east: ["79", "75", "80"],
  mekong_delta: ["92", "86", "82", "91", "96"],
}

const REGION_OF = new Map(Object.entries(REGIONS).flatMap(([region, codes]) => codes.map((code) => [code, region] as const)))

/** The region a province lies in; null for a code that is no province of today. */
export function economicRegion(provinceCode: string): string | null {
  return REGION_OF.get(provinceCode) ?? null
}
