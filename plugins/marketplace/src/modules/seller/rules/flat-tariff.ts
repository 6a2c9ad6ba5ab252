import type { ShippingTariff } from "./shipping-quote"

/** One price for every parcel, anywhere in Viet Nam, whatever it weighs. */
export function flatTariff(priceVnd: number): ShippingTariff {
  const zone = { base_vnd: priceVnd, per_kg_vnd: 0 }
  return {
    ships_within: "nationwide",
    zones: { commune: zone, province: zone, region: zone, nationwide: zone },
    free_from_vnd: null,
    handling_days: 1,
    fresh_within: "nationwide",
    max_parcel_grams: null,
  }
}
