import { economicRegion } from "./economic-region"

/** How far from its own commune a shop sends, from near to far; each holds all before it. */
export const SHIP_SCOPES = ["commune", "province", "region", "nationwide"] as const
export type ShipScope = (typeof SHIP_SCOPES)[number]

/** `base_vnd` carries the first kilogram, `per_kg_vnd` every further one that was begun. Tax included. */
export type ZoneFee = { base_vnd: number; per_kg_vnd: number }

/** What a shop asks for sending, and where it sends at all. */
export type ShippingTariff = {
  ships_within: ShipScope
  zones: Record<ShipScope, ZoneFee>
  /** Goods of this value and more travel free. */
  free_from_vnd: number | null
  /** Days until a parcel leaves the shop. */
  handling_days: number
  /** How far goods marked as perishable are sent. */
  fresh_within: ShipScope
  /** The heaviest parcel the shop can hand to a carrier. */
  max_parcel_grams: number | null
}

/** Days on the road by zone, as the operator has seen them. */
export type TransitDays = Record<ShipScope, { min: number; max: number }>

export type ShippingPlace = { province_code: string; commune_code: string }

/** One shop's goods of a cart. `goodsVnd` is what they cost before discounts, so that a voucher can't take free shipping away. */
export type Parcel = { grams: number; goodsVnd: number; perishable: boolean }

export type ShippingRefusal = "too_far" | "perishable_too_far" | "too_heavy"

export type ShippingQuote =
  | { deliverable: true; zone: ShipScope; fee_vnd: number; days: { min: number; max: number }; free_from_vnd: number | null; missing_for_free_vnd: number | null }
  | { deliverable: false; reason: ShippingRefusal; ships_within: ShipScope; max_parcel_grams: number | null }

/** The nearest zone that holds both places. */
export function zoneBetween(origin: ShippingPlace, destination: ShippingPlace): ShipScope {
  if (origin.province_code === destination.province_code) return origin.commune_code === destination.commune_code ? "commune" : "province"
  const region = economicRegion(origin.province_code)
  return region !== null && region === economicRegion(destination.province_code) ? "region" : "nationwide"
}

/**
 * What it costs to send a parcel, or why it can't be sent. The only place a shipping price is made: preview, cart
 * and placement all ask here. Integer đồng.
 */
export function quoteShipping(tariff: ShippingTariff, transit: TransitDays, origin: ShippingPlace, destination: ShippingPlace, parcel: Parcel): ShippingQuote {
  const zone = zoneBetween(origin, destination)
  const refuse = (reason: ShippingRefusal, ships_within: ShipScope): ShippingQuote => ({ deliverable: false, reason, ships_within, max_parcel_grams: tariff.max_parcel_grams })
  if (!holds(tariff.ships_within, zone)) return refuse("too_far", tariff.ships_within)
  if (parcel.perishable && !holds(tariff.fresh_within, zone)) return refuse("perishable_too_far", tariff.fresh_within)
  if (tariff.max_parcel_grams !== null && parcel.grams > tariff.max_parcel_grams) return refuse("too_heavy", tariff.ships_within)
  const fee = feeFor(tariff.zones[zone], parcel.grams)
  const missing = tariff.free_from_vnd === null ? null : Math.max(0, tariff.free_from_vnd - parcel.goodsVnd)
  return {
    deliverable: true,
    zone,
    fee_vnd: missing === 0 ? 0 : fee,
    days: { min: tariff.handling_days + transit[zone].min, max: tariff.handling_days + transit[zone].max },
    free_from_vnd: tariff.free_from_vnd,
    // Nothing to gain where sending costs nothing anyway.
    missing_for_free_vnd: missing === null || missing === 0 || fee === 0 ? null : missing,
  }
}

/** First kilogram, then every kilogram begun; an empty parcel still has to be carried. */
export function feeFor(zone: ZoneFee, grams: number): number {
  return zone.base_vnd + zone.per_kg_vnd * Math.max(0, Math.ceil(grams / 1000) - 1)
}

function holds(scope: ShipScope, zone: ShipScope): boolean {
  return SHIP_SCOPES.indexOf(scope) >= SHIP_SCOPES.indexOf(zone)
}
