import type { Parcel } from "./shipping-quote"

/** A line as far as its carriage depends on it. */
export type ParcelLine = {
  quantity: number
  unitPriceVnd: number
  netWeightGrams: number | null
  netVolumeMl: number | null
  perishable: boolean
}

/** What a piece counts for when the listing says neither weight nor volume. */
export const ASSUMED_PIECE_GRAMS = 1_000

/** One shop's lines as one parcel. A millilitre counts as a gram: fish sauce and honey are heavier, but not by a kilogram. */
export function parcelOf(lines: ParcelLine[]): Parcel {
  return {
    grams: lines.reduce((sum, line) => sum + line.quantity * (line.netWeightGrams ?? line.netVolumeMl ?? ASSUMED_PIECE_GRAMS), 0),
    goodsVnd: lines.reduce((sum, line) => sum + line.quantity * line.unitPriceVnd, 0),
    perishable: lines.some((line) => line.perishable),
  }
}
