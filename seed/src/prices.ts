import { between } from "./deterministic"

/** What a listing of the demonstration costs, weighs and has in stock. Illustrative, never a market price. */
export interface Offer {
  unit: string
  netWeightGrams: number | null
  netVolumeMl: number | null
  priceVnd: number
  stockQuantity: number
}

interface Range {
  unit: string
  grams?: number
  millilitres?: number
  /** đồng, step 5,000 */
  from: number
  to: number
}

/** By number of the product set of Decision 26/2026/QĐ-TTg. */
const BY_SET: Record<number, Range> = {
  1: { unit: "túi", grams: 1000, from: 35_000, to: 90_000 },
  3: { unit: "túi", grams: 2000, from: 60_000, to: 120_000 },
  4: { unit: "chai", millilitres: 500, from: 150_000, to: 280_000 },
  6: { unit: "gói", grams: 500, from: 35_000, to: 75_000 },
  7: { unit: "gói", grams: 300, from: 55_000, to: 140_000 },
  8: { unit: "gói", grams: 500, from: 180_000, to: 320_000 },
  9: { unit: "chai", millilitres: 500, from: 40_000, to: 95_000 },
  10: { unit: "túi", grams: 500, from: 20_000, to: 60_000 },
  11: { unit: "hộp", grams: 200, from: 120_000, to: 650_000 },
  12: { unit: "hộp", grams: 150, from: 70_000, to: 180_000 },
  18: { unit: "lọ", millilitres: 250, from: 120_000, to: 220_000 },
}
const OTHERWISE: Range = { unit: "gói", grams: 500, from: 50_000, to: 150_000 }

export function illustrativeOffer(productName: string, setNo: number): Offer {
  const range = BY_SET[setNo] ?? OTHERWISE
  return {
    unit: range.unit,
    netWeightGrams: range.grams ?? null,
    netVolumeMl: range.millilitres ?? null,
    priceVnd: between(`${productName}/price`, range.from, range.to, 5_000),
    stockQuantity: between(`${productName}/stock`, 20, 120),
  }
}
