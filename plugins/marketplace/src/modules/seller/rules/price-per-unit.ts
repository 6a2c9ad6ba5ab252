export type Measure = { netWeightGrams: number | null; netVolumeMl: number | null }
export type PricePerUnit = { amount_vnd: number; per: "kg" | "l" }

/**
 * The price per kilogram or litre, in whole đồng, so that packs of different size compare. Null when the pack has
 * no net quantity, or is itself one kilogram or litre and the two prices would say the same.
 */
export function pricePerUnit(priceVnd: number, measure: Measure): PricePerUnit | null {
  const { netWeightGrams, netVolumeMl } = measure
  if (netWeightGrams && netWeightGrams > 0) return per(priceVnd, netWeightGrams, "kg")
  if (netVolumeMl && netVolumeMl > 0) return per(priceVnd, netVolumeMl, "l")
  return null
}

function per(priceVnd: number, thousandths: number, unit: "kg" | "l"): PricePerUnit | null {
  if (thousandths === 1000) return null
  return { amount_vnd: Math.round((priceVnd * 1000) / thousandths), per: unit }
}
